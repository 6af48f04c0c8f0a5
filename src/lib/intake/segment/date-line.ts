const months =
  'january|february|march|april|may|june|july|august|september|october|november|december|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember';

const dateLine = new RegExp(
  String.raw`^[*_(]{0,4}(?:[\p{L}'’. -]{0,40},\s)?(?:\d{1,2}(?:st|nd|rd|th|er|\.)?\s(?:${months})|(?:${months})\s\d{1,2}(?:st|nd|rd|th)?,?)\s\d{4}(?:\s?(?:р\.|г\.|року|года))?[*_).]{0,4}$|^\d{1,2}[./]\d{1,2}[./]\d{4}$|^\d{4}-\d{2}-\d{2}$`,
  'iu',
);

/** Whether a line is nothing but a date, perhaps with a place before it. */
export const isDateLine = (line: string): boolean => line.length < 90 && dateLine.test(line.trim());
