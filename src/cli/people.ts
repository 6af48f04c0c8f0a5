import process from 'node:process';
import type { Command } from 'commander';
import type { Workspace } from '#lib/app/workspace.ts';
import { exitCodes, tell } from './terminal.ts';
import { report, withWorkspace } from './with-workspace.ts';

interface AddOptions {
  readonly name?: string;
  readonly admin?: boolean;
}

/** Adds `parley people`: the accounts of a Parley that others can reach. */
export function addPeople(program: Command): void {
  const people = program
    .command('people')
    .description('Manage who has an account, on the machine that holds the data.')
    .addHelpText('after', '\nExit codes: 0 done, 2 trouble.');
  people
    .command('list')
    .description('List everybody with an account.')
    .action(() => withWorkspace(list));
  people
    .command('add')
    .argument('<email>', 'e-mail address')
    .option('--name <name>', 'the name edits and notes are signed with')
    .option('--admin', 'may manage accounts, backups and examples')
    .description('Make an account, and print a link at which its password is chosen.')
    .action((email: string, options: AddOptions) =>
      withWorkspace((workspace) => add(workspace, email, options)),
    );
  people
    .command('invite')
    .argument('<email>', 'e-mail address')
    .description('Print a new link to choose a password; the old one is no longer good.')
    .action((email: string) => withWorkspace((workspace) => inviteAgain(workspace, email)));
  const changes = [
    ['admin', 'Make somebody admin.', { admin: true }],
    ['no-admin', 'Make somebody no longer admin.', { admin: false }],
    ['shut-out', 'End the sessions of somebody and let them in no more.', { disabled: true }],
    ['let-in', 'Let somebody in again.', { disabled: false }],
  ] as const;
  for (const [name, description, change] of changes) {
    people
      .command(name)
      .argument('<email>', 'e-mail address')
      .description(description)
      .action((email: string) =>
        withWorkspace(async (workspace) => {
          const { changeAccount } = await import('#lib/app/manage-people.ts');
          report(await changeAccount(workspace, email, change), () => `Done: ${email}.`);
        }),
      );
  }
}

async function list(workspace: Workspace): Promise<void> {
  const { listAccounts } = await import('#lib/app/manage-people.ts');
  const people = await listAccounts(workspace);
  for (const { email, name, admin, disabled } of people) {
    const marks = `${admin ? '\tadmin' : ''}${disabled ? '\tshut out' : ''}`;
    process.stdout.write(`${email}\t${name}${marks}\n`);
  }
  if (people.length === 0) tell('Nobody has an account.');
  process.exitCode = exitCodes.fine;
}

async function add(workspace: Workspace, email: string, options: AddOptions): Promise<void> {
  const { addAccount } = await import('#lib/app/manage-people.ts');
  const { name = '', admin = false } = options;
  const wish = { email, name, admin, at: new Date().toISOString() };
  report(await addAccount(workspace, wish), ({ person, path }) => tellLink(person.email, path));
}

async function inviteAgain(workspace: Workspace, email: string): Promise<void> {
  const app = await import('#lib/app/manage-people.ts');
  const invited = await app.inviteAgain(workspace, email, new Date().toISOString());
  report(invited, ({ person, path }) => tellLink(person.email, path));
}

/** The link as a whole where the address is known. */
const tellLink = (email: string, path: string): string =>
  `${email} chooses a password at this link, once and within a week:\n${process.env['ORIGIN'] ?? ''}${path}`;
