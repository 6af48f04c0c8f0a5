import type { Dossier } from '#lib/model/dossier.ts';
import type { Amount, Modality, Provision } from '#lib/model/provision.ts';
import { words } from '#lib/wording/en/words.ts';

/** The names of everything a provision may speak of. */
export interface Names {
  readonly actor: (id: string) => string;
  readonly act: (id: string) => string;
  readonly event: (id: string) => string;
  readonly issue: (id: string) => string;
  readonly term: (id: string) => string;
  readonly subject: (id: string) => string;
  readonly value: (dimension: string, id: string) => string;
}

type Labelled = readonly { readonly id: string; readonly label: string }[];

const finder = (list: Labelled): ((id: string) => string) => {
  const known = new Map(list.map(({ id, label }) => [id, label]));
  return (id) => known.get(id) ?? id;
};

/** The names of a dossier; an id that nothing has is its own name. */
export function namesOf(dossier: Dossier): Names {
  const values = new Map(
    dossier.dimensions.map(({ id, universe, wholes }) => [id, finder([...universe, ...wholes])]),
  );
  return {
    actor: finder(dossier.actors.map(({ id, name }) => ({ id, label: name }))),
    act: finder(dossier.acts),
    event: finder(dossier.events),
    issue: finder(dossier.issues),
    term: finder(dossier.terms),
    subject: finder(dossier.subjects),
    value: (dimension, id) => values.get(dimension)?.(id) ?? id,
  };
}

/** What a provision lays down, in one line, and what limits it. */
export interface ProvisionLine {
  /** "Borduria must leave the bay". */
  readonly says: string;
  /** "duration: at most 30 days", "given the truce", "only in peacetime". */
  readonly limits: readonly string[];
}

/** Tells a provision on its own, as it is coded. */
export function tellProvision(provision: Provision, names: Names): ProvisionLine {
  switch (provision.kind) {
    case 'norm': {
      const bearers = list(provision.bearers.map(names.actor));
      const says = duty(bearers, provision.modality, names.act(provision.act));
      const scope = Object.entries(provision.scope).map(([dimension, values]) =>
        list(values.map((value) => names.value(dimension, value))),
      );
      const given = provision.given.map((condition) =>
        'event' in condition ? names.event(condition.event) : condition.provision,
      );
      const amounts = provision.amounts.map((amount) => tellAmount(amount, names));
      const when =
        given.length === 0 ? [] : [`${provision.onlyIf ? 'only if' : 'given'} ${list(given)}`];
      const always = provision.unconditional ? ['unconditional'] : [];
      return { says, limits: [...scope, ...amounts, ...when, ...always] };
    }
    case 'order': {
      const says = `${names.event(provision.before)} → ${names.event(provision.after)}`;
      return { says, limits: days(provision) };
    }
    case 'claim': {
      const says = `${names.subject(provision.subject)}: ${provision.holds ? 'it is so' : 'it is not so'}`;
      const limits = provision.amount === undefined ? [] : [tellAmount(provision.amount, names)];
      return { says, limits };
    }
  }
}

const list = (items: readonly string[]): string => new Intl.ListFormat('en').format(items);

function duty(bearers: string, modality: Modality, act: string): string {
  switch (modality) {
    case 'free':
      return `${bearers}: free to ${act}`;
    case 'to-be-regulated':
      return `${bearers}: whether to ${act} is to be regulated`;
    default:
      return `${bearers} ${words.modalities[modality].name} ${act}`;
  }
}

function days({
  minDays,
  maxDays,
}: {
  readonly minDays?: number | undefined;
  readonly maxDays?: number | undefined;
}) {
  if (minDays === undefined && maxDays === undefined) return [];
  return [`${range(minDays, maxDays)} days`];
}

const range = (min: number | undefined, max: number | undefined): string =>
  min === max
    ? String(min ?? '')
    : min === undefined
      ? `at most ${String(max)}`
      : max === undefined
        ? `at least ${String(min)}`
        : `${String(min)} to ${String(max)}`;

function tellAmount({ of, unit, per, min, max, unset }: Amount, names: Names): string {
  const figure = unset ? 'left open' : `${range(min, max)} ${unit}`;
  return `${names.term(of)}: ${figure}${per === undefined ? '' : ` per ${per}`}`;
}
