// The date a paper bears at its head. Only whole dates count: day, month and year.
import { isPartialDate } from '#lib/model/date.ts';

/** Months by number, as five languages write them in dates. */
const months: readonly (readonly string[])[] = [
  ['january', 'січня', 'января', 'janvier', 'januar', 'jan'],
  ['february', 'лютого', 'февраля', 'février', 'februar', 'feb'],
  ['march', 'березня', 'марта', 'mars', 'märz', 'mar'],
  ['april', 'квітня', 'апреля', 'avril', 'apr'],
  ['may', 'травня', 'мая', 'mai'],
  ['june', 'червня', 'июня', 'juin', 'juni', 'jun'],
  ['july', 'липня', 'июля', 'juillet', 'juli', 'jul'],
  ['august', 'серпня', 'августа', 'août', 'aug'],
  ['september', 'вересня', 'сентября', 'septembre', 'sept', 'sep'],
  ['october', 'жовтня', 'октября', 'octobre', 'oktober', 'oct'],
  ['november', 'листопада', 'ноября', 'novembre', 'nov'],
  ['december', 'грудня', 'декабря', 'décembre', 'dezember', 'dec'],
];

const monthNumbers = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const dayFirst =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:of\s)?(\p{L}{3,10})\.?,?\s(\d{4})(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/u;
const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const stops = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/;

/** The head of a paper: so many lines, each no longer than a title. */
const headLines = 12;
const longestLine = 120;

/** The first whole date in the head of a text, as `YYYY-MM-DD`; undefined where there is none. */
export function findPrintedDate(text: string): string | undefined {
  const lines = text
    .slice(0, headLines * longestLine * 2)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, headLines);
  for (const line of lines) {
    const date = line.length > longestLine ? undefined : readDate(line.toLowerCase());
    if (date !== undefined) return date;
  }
  return undefined;
}

function readDate(line: string): string | undefined {
  const [, day1, name1 = '', year1] = dayFirst.exec(line) ?? [];
  const [, name2 = '', day2, year2] = monthFirst.exec(line) ?? [];
  const [, year3, month3, day3] = iso.exec(line) ?? [];
  const [, day4, month4, year4] = stops.exec(line) ?? [];
  return (
    makeDate(year1, monthNumbers.get(name1), day1) ??
    makeDate(year2, monthNumbers.get(name2), day2) ??
    makeDate(year3, Number(month3), day3) ??
    makeDate(year4, Number(month4), day4)
  );
}

function makeDate(
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPartialDate(date) ? date : undefined;
}
