import type { DocumentMeta } from '../../document.ts';

/** What a PDF says about itself, where it is not plainly the work of the program that made it. */
export function pdfMeta(info: Readonly<Record<string, unknown>>): DocumentMeta {
  const title = wordsOf(info['Title']);
  const author = wordsOf(info['Author']);
  const language = wordsOf(info['Language']);
  const published = dateOf(info['CreationDate']);
  return {
    ...(title !== undefined && !isFileName(title) && { title }),
    ...(author !== undefined && { author }),
    ...(language !== undefined && { language }),
    ...(published !== undefined && { published }),
  };
}

function wordsOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(words) && words.length <= 300 ? words : undefined;
}

/** Office programs put the name of their own file, or of an empty one, where the title belongs. */
const isFileName = (title: string): boolean =>
  /\.(?:docx?|odt|rtf|pdf|indd|qxd|tex|dvi|wpd|pptx?|xlsx?|html?)$/i.test(title) ||
  /^(?:microsoft (?:word|powerpoint)|untitled|unbenannt|document ?\d*|без назв|без имени)/i.test(
    title,
  );

/** `D:20151106120000+01'00'` as `2015-11-06`. */
function dateOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?/.exec(value) ?? [];
  if (year === undefined || year < '1970' || year > '2100') return undefined;
  if (month === undefined || month < '01' || month > '12') return year;
  if (day === undefined || day < '01' || day > '31') return `${year}-${month}`;
  return `${year}-${month}-${day}`;
}
