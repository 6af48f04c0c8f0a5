import type { Parsed } from '#lib/model/parsed.ts';

/** Deeper nesting than any dossier has; beyond it a file is an attack or an accident. */
const maxDepth = 64;

/** Keys that mean something to JavaScript objects themselves and nothing in a dossier. */
export const forbiddenKeys: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
]);

/**
 * Reads JSON like `JSON.parse`, but stricter and with a place for every refusal: doubled keys, keys
 * of the prototype, numbers too large to hold and nesting beyond 64 levels are refused as well. One
 * pass from left to right that stops at the first fault, so 5 MB of brackets cost nothing.
 */
export function parseJson(text: string): Parsed<unknown> {
  try {
    return { ok: true, value: new JsonReader(text).readWhole() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const path = formatPlace(text, error.at);
    return { ok: false, problems: [{ code: error.code, path, message: error.message }] };
  }
}

/** `line 3, column 5` for an offset, both counted from 1; `firstLine` is the number of the first. */
export function formatPlace(text: string, at: number, firstLine = 1): string {
  let line = firstLine;
  let start = 0;
  for (let i = text.indexOf('\n'); i !== -1 && i < at; i = text.indexOf('\n', i + 1)) {
    line += 1;
    start = i + 1;
  }
  return `line ${line}, column ${at - start + 1}`;
}

class Refusal extends Error {
  readonly code: string;
  readonly at: number;
  constructor(code: string, at: number, message: string) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

class JsonReader {
  private readonly text: string;
  private at = 0;
  constructor(text: string) {
    this.text = text;
  }

  readWhole(): unknown {
    const value = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length) this.refuse('nothing may follow the end of the value');
    return value;
  }

  private readValue(depth: number): unknown {
    this.skipSpace();
    if (depth > maxDepth) {
      throw new Refusal(
        'nested_too_deep',
        this.at,
        `lists and objects are nested more than ${maxDepth} deep; no dossier is`,
      );
    }
    switch (this.text[this.at]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readArray(depth);
      case '"':
        return this.readString();
      default:
        return this.readNumberOrWord();
    }
  }

  private readObject(depth: number): unknown {
    const entries: Record<string, unknown> = {};
    this.at += 1;
    if (this.take('}')) return entries;
    do {
      this.skipSpace();
      const place = this.at;
      if (this.text[place] !== '"') this.refuse('expected a key in double quotes');
      const key = this.readString();
      if (forbiddenKeys.has(key)) {
        throw new Refusal('forbidden_key', place, `the key "${key}" is not allowed; take it out`);
      }
      if (Object.hasOwn(entries, key)) {
        throw new Refusal(
          'duplicate_key',
          place,
          `the key "${key}" stands twice in one object; keep one`,
        );
      }
      if (!this.take(':')) this.refuse(`expected ":" after the key "${key}"`);
      entries[key] = this.readValue(depth + 1);
    } while (this.take(','));
    if (!this.take('}')) this.refuse('expected "," or "}"');
    return entries;
  }

  private readArray(depth: number): unknown {
    const items: unknown[] = [];
    this.at += 1;
    if (this.take(']')) return items;
    do items.push(this.readValue(depth + 1));
    while (this.take(','));
    if (!this.take(']')) this.refuse('expected "," or "]"');
    return items;
  }

  private readString(): string {
    const start = this.at;
    let escaped = false;
    for (let i = start + 1; i < this.text.length; i += 1) {
      const code = this.text.charCodeAt(i);
      if (code === 0x22) {
        this.at = i + 1;
        return escaped ? this.decodeString(start) : this.text.slice(start + 1, i);
      }
      if (code === 0x5c) {
        escaped = true;
        i += 1;
      } else if (code < 0x20) {
        this.at = i;
        this.refuse('a line break or control character inside a text; write it as \\n or \\u00XX');
      }
    }
    this.at = start;
    return this.refuse('this text has no closing quotation mark');
  }

  private decodeString(start: number): string {
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      this.at = start;
      return this.refuse('this text holds a backslash that begins no escape; write it as \\\\');
    }
  }

  private readNumberOrWord(): unknown {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    const next = this.text[this.at + (found?.length ?? 0)];
    if (found === undefined || (next !== undefined && /[\w.+-]/.test(next))) {
      return this.refuse(
        'expected a value: a text in double quotes, a number, true, false, null, a list or an object',
      );
    }
    const value = JSON.parse(found) as unknown;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new Refusal('number_too_large', this.at, `the number ${shorten(found)} is too large`);
    }
    this.at += found.length;
    return value;
  }

  private take(sign: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  private refuse(message: string): never {
    const found = this.text.slice(this.at, this.at + 12).split(/\s/)[0] ?? '';
    const instead =
      this.at >= this.text.length ? 'the file ends here' : `found ${JSON.stringify(found)}`;
    throw new Refusal('json_syntax', this.at, `not valid JSON: ${message} (${instead})`);
  }
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
