/** What the command palette offers: the links of the navigations of the page, found by their words. */
export interface Command {
  /** "Dossier", "Issues", "Site": the navigation it comes from. */
  readonly group: string;
  readonly name: string;
  /** Calls it up as a click would. */
  readonly run: () => void;
}

/** Commands whose name or group holds all the words, those whose name begins with them first. */
export function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  return commands
    .filter(({ group, name }) => words.every((word) => fold(`${group} ${name}`).includes(word)))
    .toSorted((a, b) => Number(begins(b, whole)) - Number(begins(a, whole)));
}

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase();

const begins = ({ name }: Command, words: string): boolean => fold(name).startsWith(words);

/** The commands of a page: every link of its navigations once, and the views somebody kept. */
export function readCommands(root: ParentNode): readonly Command[] {
  const seen = new Set<string>();
  return [...root.querySelectorAll<HTMLElement>('nav[aria-label], [data-commands]')].flatMap(
    (place) => {
      const group = place.dataset['commands'] ?? place.getAttribute('aria-label') ?? '';
      return [...place.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
        const name = nameOf(link);
        const key = link.href;
        if (name === '' || seen.has(key)) return [];
        seen.add(key);
        return [{ group, name, run: () => link.click() }];
      });
    },
  );
}

/** The words of a link without those only read aloud. */
function nameOf(link: HTMLElement): string {
  const words = [...link.childNodes].map((node) =>
    node instanceof HTMLElement && node.querySelector('.visually-hidden, svg')
      ? ''
      : (node.textContent ?? ''),
  );
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
