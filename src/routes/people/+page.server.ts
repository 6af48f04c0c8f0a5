import { fail } from '@sveltejs/kit';
import {
  addAccount,
  changeAccount,
  inviteAgain,
  listAccounts,
  removeAccount,
} from '#lib/app/manage-people.ts';
import { site } from '#lib/app/site.ts';
import type { Parsed } from '#lib/model/parsed.ts';
import { faultsOf, readWord } from '../form-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Everybody with an account. */
export const load: PageServerLoad = async ({ locals }) => {
  const opened = await site();
  return {
    alone: opened.accounts === undefined,
    people: await listAccounts(opened),
    self: locals.viewer?.id ?? '',
  };
};

const now = (): string => new Date().toISOString();

const told = (outcome: Parsed<unknown>, done: string) =>
  outcome.ok ? { done } : fail(422, { message: outcome.problems[0]?.message ?? '' });

export const actions: Actions = {
  add: async ({ request, url }) => {
    const form = await request.formData();
    const [email, name] = [readWord(form, 'email'), readWord(form, 'name')];
    const admin = form.get('admin') === 'yes';
    const added = await addAccount(await site(), { email, name, admin, at: now() });
    if (!added.ok) return fail(422, { faults: faultsOf(added.problems), email, name });
    const { person, path } = added.value;
    return { link: { name: person.name, href: `${url.origin}${path}` } };
  },
  invite: async ({ request, url }) => {
    const form = await request.formData();
    const invited = await inviteAgain(await site(), readWord(form, 'person'), now());
    if (!invited.ok) return told(invited, '');
    const { person, path } = invited.value;
    return { link: { name: person.name, href: `${url.origin}${path}` } };
  },
  change: async ({ request }) => {
    const form = await request.formData();
    const [what, value] = readWord(form, 'to').split(':');
    const change = what === 'admin' ? { admin: value === 'yes' } : { disabled: value === 'yes' };
    return told(await changeAccount(await site(), readWord(form, 'person'), change), 'Done.');
  },
  remove: async ({ request }) => {
    const form = await request.formData();
    const person = readWord(form, 'person');
    if (readWord(form, 'confirm').trim() === '')
      return fail(422, { message: 'To delete an account, type its e-mail address.' });
    const email = readWord(form, 'confirm').trim().toLowerCase();
    const opened = await site();
    const match = (await listAccounts(opened)).find(({ id }) => id === person);
    if (match?.email !== email)
      return fail(422, { message: 'That is not the e-mail address of this account.' });
    const removed = await removeAccount(opened, person);
    return told(removed, 'The account is gone, with its tokens, roles and private notes.');
  },
};
