import type { Cookies } from '@sveltejs/kit';

/** Hands the browser what it is to remember of a session, as the door worded it. */
export function passCookies(cookies: Cookies, setCookies: readonly string[]): void {
  for (const line of setCookies) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const find = (name: string): string | undefined =>
      attributes.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const maxAge = find('max-age');
    cookies.set(pair.slice(0, at), pair.slice(at + 1), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: attributes.some((part) => part.toLowerCase() === 'secure'),
      // The value is signed as it stands; encoding it again would break the signature.
      encode: (value) => value,
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
    });
  }
}
