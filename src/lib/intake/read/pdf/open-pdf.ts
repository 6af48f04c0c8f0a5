// The one file that knows pdf.js (as `unpdf` bundles it). Everything that would load from outside,
// run what the file brings, or decode its pictures is off.
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { PageContent } from './page-content.ts';
import { parseMatrix } from './parse-matrix.ts';
import { parsePage } from './parse-page.ts';
import { withoutStrayRejections } from './stray-rejections.ts';

/** What a PDF holds, as far as reading it needs to know. */
export interface PdfContent {
  readonly pages: readonly PageContent[];
  /** What the file says about itself, unchecked. */
  readonly info: Readonly<Record<string, unknown>>;
}

/** `failed` where no page could be read; a single damaged page only says so of itself. */
export type OpenedPdf =
  | { readonly kind: 'read'; readonly content: PdfContent }
  | { readonly kind: 'encrypted' | 'failed' | 'too-many-pages' };

/** Longer files are books; their text would be refused for its length after minutes of reading. */
const mostPages = 2000;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** Takes all words and lines out of a PDF, page by page. Never throws on a bad file. */
export const openPdf = (bytes: Uint8Array): Promise<OpenedPdf> =>
  withoutStrayRejections(() => readPages(bytes));

async function readPages(bytes: Uint8Array): Promise<OpenedPdf> {
  let lenient: Pdf | undefined;
  let strict: Pdf | undefined;
  try {
    lenient = await open(bytes, { stopAtErrors: false });
    if (lenient.numPages > mostPages) return { kind: 'too-many-pages' };
    strict = await open(bytes, { stopAtErrors: true }).catch(() => undefined);
    const { OPS } = await getResolvedPDFJS();
    const pages: PageContent[] = [];
    for (let number = 1; number <= lenient.numPages; number += 1) {
      const page = await readPage({ lenient, strict, number, codes: OPS });
      pages.push(page ?? unreadable(number));
    }
    const isLost = pages.every(({ damaged, runs }) => damaged && runs.length === 0);
    if (isLost) return { kind: 'failed' };
    return { kind: 'read', content: { pages, info: await readInfo(lenient) } };
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return { kind: locked ? 'encrypted' : 'failed' };
  } finally {
    await lenient?.loadingTask.destroy();
    await strict?.loadingTask.destroy();
  }
}

/** A page of which nothing could be read. */
const unreadable = (number: number): PageContent => ({
  number,
  width: 0,
  height: 0,
  runs: [],
  turned: [],
  rules: [],
  damaged: true,
});

/** pdf.js takes the bytes over, so that each opening has its own copy. */
function open(bytes: Uint8Array, options: { readonly stopAtErrors: boolean }): Promise<Pdf> {
  return getDocumentProxy(bytes.slice(), {
    ...options,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // No picture is small enough, so that none is decoded.
    maxImageSize: 0,
  });
}

async function readPage(options: {
  readonly lenient: Pdf;
  readonly strict: Pdf | undefined;
  readonly number: number;
  readonly codes: Readonly<Record<string, number>>;
}): Promise<PageContent | undefined> {
  const { lenient, strict, number, codes } = options;
  let page: Page | undefined;
  try {
    page = await lenient.getPage(number);
    const { items } = await page.getTextContent({ disableNormalization: true });
    const orders = await page
      .getOperatorList({ annotationMode: 0 })
      .catch(() => ({ fnArray: [], argsArray: [] }));
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { commonObjs } = page;
    return parsePage({
      number,
      width,
      height,
      toPage: parseMatrix(transform),
      items: items.filter((item) => 'str' in item),
      orders,
      codes,
      fontName: (id) => nameOfFont(commonObjs, id),
      damaged: !(await isWhole(strict, number)),
    });
  } catch {
    return undefined;
  } finally {
    page?.cleanup();
  }
}

/**
 * pdf.js mends what it can and keeps silent about what it left out; the same page read strictly
 * fails instead. That is how a truncated page is told from a short one.
 */
async function isWhole(strict: Pdf | undefined, number: number): Promise<boolean> {
  if (strict === undefined) return false;
  try {
    const page = await strict.getPage(number);
    await page.getTextContent({ disableNormalization: true });
    page.cleanup();
    return true;
  } catch {
    return false;
  }
}

function nameOfFont(fonts: Page['commonObjs'], id: string): string {
  if (!fonts.has(id)) return '';
  const font: unknown = fonts.get(id);
  if (typeof font !== 'object' || font === null || !('name' in font)) return '';
  return typeof font.name === 'string' ? font.name : '';
}

async function readInfo(pdf: Pdf): Promise<Readonly<Record<string, unknown>>> {
  try {
    const { info } = await pdf.getMetadata();
    return Object.fromEntries(Object.entries(info));
  } catch {
    return {};
  }
}
