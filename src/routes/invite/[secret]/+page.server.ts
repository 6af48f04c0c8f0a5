import { fail, redirect } from '@sveltejs/kit';
import { acceptInvitation, readInvitation } from '#lib/app/accept-invitation.ts';
import { site } from '#lib/app/site.ts';
import { passCookies } from '../../door-cookies.ts';
import { faultsOf, readWord } from '../../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where somebody new chooses a password. */
export const load: PageServerLoad = async ({ params }) => {
  const person = await readInvitation(await site(), params.secret, new Date().toISOString());
  return { person: person && { name: person.name, email: person.email } };
};

export const actions: Actions = {
  default: async ({ params, request, cookies }) => {
    const form = await request.formData();
    const accepted = await acceptInvitation(await site(), {
      secret: params.secret,
      password: readWord(form, 'password'),
      again: readWord(form, 'again'),
      headers: request.headers,
      at: new Date().toISOString(),
    });
    if (!accepted.ok) return fail(422, { faults: faultsOf(accepted.problems) });
    passCookies(cookies, accepted.value.setCookies);
    redirect(303, '/');
  },
};
