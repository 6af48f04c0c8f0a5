import { escapeXml } from '#lib/drawing/svg.ts';

export interface PlainPage {
  readonly status: number;
  readonly title: string;
  readonly message: string;
}

/** A page that says one thing and needs no program: for those who are turned away at the door. */
export const plainPage = ({ status, title, message }: PlainPage): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeXml(title)} · Parley</title>
    <link rel="stylesheet" href="/plain.css" />
  </head>
  <body>
    <main>
      <p class="soft">${String(status)}</p>
      <h1>${escapeXml(title)}</h1>
      <p>${escapeXml(message)}</p>
      <p><a href="/">All dossiers</a></p>
    </main>
  </body>
</html>
`;
