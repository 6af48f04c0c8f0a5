/** Asks for a part of the comparison that an address shows; throws where it cannot be had. */
export async function askPart<T>(
  { pathname, search }: URL,
  path: string,
  more: Readonly<Record<string, string>> = {},
): Promise<T> {
  const asked = new URLSearchParams(search);
  for (const [name, value] of Object.entries(more)) asked.set(name, value);
  const answer = await fetch(`${pathname}${path}?${asked.toString()}`);
  if (!answer.ok)
    throw new Error(`Part of the table could not be loaded (${String(answer.status)}).`);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- what our own endpoint answers
  const part: T = await answer.json();
  return part;
}
