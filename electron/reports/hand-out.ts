import { extname } from 'node:path';
import { type HandOut, type HandOutBlock, handOutText } from '../../core/contacts/hand-out.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { table } from './report-parts.ts';

/** The hand-out as the file that its name asks for: plain text for `.txt`, else one self-contained HTML page. */
export function handOutFile(handOut: HandOut, path: string): string {
  return extname(path).toLowerCase() === '.txt' ? handOutText(handOut) : handOutPage(handOut);
}

function handOutPage({ language, title, notice, sections }: HandOut): string {
  return htmlPage({
    language,
    title,
    main: html`<h1>${title}</h1>
      <p class="verdict attention">${notice}</p>
      ${sections.map(
        ({ heading, blocks }) =>
          html`<section>
            <h2>${heading}</h2>
            ${blocks.map(blockHtml)}
          </section> `,
      )}`,
  });
}

function blockHtml(block: HandOutBlock): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${block.text}</p>`;
    case 'steps':
      return html`<ol>
        ${items(block.items)}
      </ol>`;
    case 'points':
      return html`<ul>
        ${items(block.items)}
      </ul>`;
    case 'table':
      return table(
        block.head,
        block.rows.map((row) => row.map((cell) => html`<code>${cell}</code>`)),
      );
  }
}

function items(texts: readonly string[]): readonly Html[] {
  return texts.map((text) => html`<li>${text}</li>`);
}
