import { parseJson } from '#lib/formats/parse-json.ts';
import type { Parsed } from '#lib/model/parsed.ts';

/** Reads JSON as people send it; tells line and column, and keys that stand twice. */
export const parseJsonText = (text: string): Parsed<unknown> => parseJson(text);
