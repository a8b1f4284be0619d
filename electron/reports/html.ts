import { visibleText } from '../../core/formats/visible-text.ts';

/** HTML that is safe to insert: made by `html` only. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Insert = string | number | Html | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text with every character that HTML gives a meaning made harmless, and a mark for what nobody would see. */
function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? '');
}

/** A template in which every inserted value is escaped, except what is HTML already. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const text = parts.reduce(
    (all, part, index) => all + part + (index < inserts.length ? inserted(inserts[index] ?? '') : ''),
    '',
  );
  return new Html(text);
}

function inserted(value: Insert): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return value.map((one) => one.text).join('');
}
