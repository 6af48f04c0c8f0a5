/** The same value with every id of a party written anew, wherever it stands as a whole string. */
export function renameParties<T>(value: T, rename: (id: string) => string): T {
  return mapStrings(value, rename) as T;
}

function mapStrings(value: unknown, rename: (text: string) => string): unknown {
  if (typeof value === 'string') return rename(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(item, rename)]),
  );
}
