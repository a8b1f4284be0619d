import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { REPORT_STYLE } from './report-style.ts';

/**
 * One self-contained HTML file: no script, nothing loaded. Its content security policy allows its own style sheet and
 * nothing else.
 */
export function htmlPage(page: { readonly language: string; readonly title: string; readonly main: Html }): string {
  const styleHash = createHash('sha256').update(REPORT_STYLE).digest('base64');
  // Put together apart from the page: one space more or less between the tags, and the policy would refuse the style.
  const styleElement = new Html(`<style>${REPORT_STYLE}</style>`);
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="${page.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title}</title>
        ${styleElement}
      </head>
      <body>
        <main>${page.main}</main>
      </body>
    </html> `.text;
}
