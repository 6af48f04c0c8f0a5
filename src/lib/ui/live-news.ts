/** What a page was told while it was open. */
export interface LiveNews {
  /** The names of the others who look at the dossier. */
  readonly others: readonly string[];
  /** The last change somebody else made. */
  readonly last?: { readonly number: number; readonly who: string; readonly records: number };
  /** True when the dossier was deleted. */
  readonly gone: boolean;
  /** The address to load again, where something is being typed and the page stays as it is. */
  readonly waiting?: string;
}

export const noNews: LiveNews = { others: [], gone: false };

const fieldsOf = (text: string): ReadonlyMap<string, unknown> => {
  const data: unknown = JSON.parse(text);
  return new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
};

/** What a message of the server adds to the news; `refresh` when the page is to be read again. */
export function takeMessage(
  news: LiveNews,
  name: string,
  text: string,
): { readonly news: LiveNews; readonly refresh: boolean } {
  if (name === 'gone') return { news: { ...news, gone: true }, refresh: false };
  if (name === 'reload') return { news, refresh: true };
  const fields = fieldsOf(text);
  if (name === 'here') {
    const others = fields.get('others');
    const names = Array.isArray(others) ? others.map(String) : [];
    return { news: { ...news, others: names }, refresh: false };
  }
  if (fields.get('own') === true) return { news, refresh: true };
  const [number, records] = [Number(fields.get('number')), Number(fields.get('records'))];
  const who = fields.get('who');
  const last = { number, records, who: typeof who === 'string' ? who : 'Somebody' };
  return { news: { ...news, last }, refresh: true };
}
