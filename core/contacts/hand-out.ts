import { MICROSOFT_DOMAINS } from '../domains/microsoft-domains.ts';
import { contactAddress } from './contact-address.ts';
import type { HandOutLanguage } from './contact-choices.ts';
import { type HandOutTexts, handOutTexts } from './hand-out-texts.ts';

/** A part of the hand-out's section. */
export type HandOutBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What an administrator gives to users: one model behind the page, the HTML file and the text. */
export interface HandOut {
  readonly language: HandOutLanguage;
  readonly title: string;
  /** What users have to know first: the service has ended. */
  readonly notice: string;
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly HandOutBlock[] }[];
}

/** The hand-out in a language; its examples follow the rule with the domains that count as Microsoft's own. */
export function handOut(language: HandOutLanguage, microsoftDomains: readonly string[] = MICROSOFT_DOMAINS): HandOut {
  const { title, notice, sections } = handOutTexts[language];
  const { before, address, add, expect, alerts } = sections;
  return {
    language,
    title,
    notice,
    sections: [
      { heading: before.heading, blocks: [{ kind: 'points', items: before.points }] },
      {
        heading: address.heading,
        blocks: [
          { kind: 'text', text: address.rule(microsoftDomains.join(', ')) },
          { kind: 'table', head: address.head, rows: exampleRows(address, microsoftDomains) },
          { kind: 'text', text: address.note },
        ],
      },
      {
        heading: add.heading,
        blocks: [
          { kind: 'steps', items: add.steps },
          { kind: 'text', text: add.note },
        ],
      },
      { heading: expect.heading, blocks: [{ kind: 'points', items: expect.points }] },
      {
        heading: alerts.heading,
        blocks: [
          { kind: 'steps', items: alerts.steps },
          { kind: 'text', text: alerts.note },
        ],
      },
    ],
  };
}

/** The rule by example, worked out with the product's own rule. */
function exampleRows(
  { others }: HandOutTexts['sections']['address'],
  microsoftDomains: readonly string[],
): readonly (readonly string[])[] {
  const emails = [...microsoftDomains.slice(0, 2), ...others].map((domain) => `anna@${domain}`);
  return emails.map((email) => [email, contactAddress(email, microsoftDomains).address ?? '']);
}

const LINE_LENGTH = 78;

/** The hand-out as plain text, to paste into a message: short lines, headings underlined. */
export function handOutText({ title, notice, sections }: HandOut): string {
  const parts = [underlined(title, '='), wrapped(notice, '', '')];
  for (const { heading, blocks } of sections) {
    parts.push(underlined(heading, '-'), ...blocks.map(blockText));
  }
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: HandOutBlock): string {
  switch (block.kind) {
    case 'text':
      return wrapped(block.text, '', '');
    case 'steps':
      return block.items.map((item, index) => wrapped(item, `${index + 1}. `, '   ')).join('\n');
    case 'points':
      return block.items.map((item) => wrapped(item, '- ', '  ')).join('\n');
    case 'table':
      return tableText([block.head, ...block.rows]);
  }
}

function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([first = '']) => first.length));
  return rows.map(([first = '', ...rest]) => `  ${first.padEnd(width)}   ${rest.join('   ')}`).join('\n');
}

function underlined(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}

/** Breaks a text into lines between words; the first line begins with one text, the others with another. */
function wrapped(text: string, first: string, other: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = other;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
