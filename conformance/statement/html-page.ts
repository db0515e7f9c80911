import { escapeMarkup } from '../shape/index.js';

/** What a page is made of. Title and kit are text; style and body are CSS and HTML. */
export interface PageParts {
  readonly title: string;
  /** Version of the kit that makes it. */
  readonly kit: string;
  readonly style: string;
  readonly body: string;
}

/** A page that stands by itself: no script, nothing from elsewhere. */
export function htmlPage({ title, kit, style, body }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sen2kit ${escapeMarkup(kit)}">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
