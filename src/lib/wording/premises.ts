/** Premises as sentences: what is taken for true, of what kind, on what ground, disputed by whom. */
import type { Id } from '#lib/model/id.ts';
import type { Basis } from '#lib/model/basis.ts';
import type { Premise } from '#lib/engine/comparison.ts';
import type { PremiseSentence } from './speaker.ts';
import type { Voice } from './voice.ts';

/** One premise of the comparison in full. */
export function premise(voice: Voice, id: Id): PremiseSentence {
  const { comparison, phrases, figures, names } = voice;
  const found = comparison.premises.find((candidate) => candidate.id === id);
  if (!found) {
    const statement = phrases.premises.unknown(id);
    return { sentence: phrases.grammar.sentence(statement), statement, kind: '', ground: '' };
  }
  const statement = states(voice, found);
  const kind = phrases.words.premiseKinds[found.basis.kind].name;
  const ground = groundOf(voice, found.basis);
  const sentence = phrases.premises.sentence({
    statement: phrases.grammar.capital(statement),
    kind,
    ground,
  });
  if (found.basis.disputedBy.length === 0) return { sentence, statement, kind, ground };
  const disputed = phrases.premises.disputedBy(
    figures.list(found.basis.disputedBy.map(names.actor)),
  );
  return { sentence: `${sentence} ${disputed}`, statement, kind, ground, disputed };
}

function states({ phrases, names, figures, lookup }: Voice, { states: said }: Premise): string {
  switch (said.kind) {
    case 'link':
      return phrases.findings.because(names.act(said.from), said.relation, names.act(said.to));
    case 'whole': {
      const whole = lookup.dimensions
        .get(said.dimension)
        ?.wholes.find((candidate) => candidate.id === said.whole);
      const parts = (whole?.parts ?? []).map((part) => names.atom(said.dimension, part));
      return phrases.premises.whole(names.atom(said.dimension, said.whole), figures.list(parts));
    }
    case 'group': {
      const parts = lookup.actors.get(said.actor)?.parts ?? [];
      return phrases.premises.group(names.actor(said.actor), figures.list(parts.map(names.actor)));
    }
    case 'context': {
      const context = lookup.dossier.context.find(({ id }) => id === said.context);
      if (context?.role !== 'premise') return phrases.premises.unknown(said.context);
      if (!context.states) return context.title;
      const { before, after, minDays, maxDays, strict } = context.states;
      const min = minDays ?? (maxDays === undefined ? 0 : undefined);
      const order = phrases.stances.window(names.event(before), names.event(after), {
        ...(min === undefined ? {} : { min }),
        ...(maxDays === undefined ? {} : { max: maxDays }),
        strict,
      });
      return phrases.premises.order(order, context.title);
    }
  }
}

/** Citations, else the coder's judgement, else both. */
function groundOf(voice: Voice, basis: Basis): string {
  const { dossier, phrases, figures } = voice;
  const citations = basis.sources.map((id) => {
    const source = dossier.sources.find((candidate) => candidate.id === id);
    if (!source) return id;
    const date = source.date === undefined ? [] : [figures.date(source.date)];
    return [source.publisher, source.title, ...date].join(', ');
  });
  const judgement =
    basis.judgement === undefined ? [] : [phrases.premises.judgement(withoutStop(basis.judgement))];
  return phrases.grammar.parts([...citations, ...judgement]);
}

/** A ground stands inside a sentence. */
const withoutStop = (text: string): string => text.trim().replace(/\.$/, '');
