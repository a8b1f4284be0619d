import type { Properties, PublicChange } from '../../core/plan/change.ts';
import { reportTexts as say } from '../../core/report/report-texts.ts';
import { type Html, html } from './html.ts';

/** A part of the report under its own heading. */
export function section(heading: string, content: Html): Html {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section> `;
}

/** Names and values; an empty value is said to be none. */
export function facts(rows: readonly (readonly [label: string, value: string])[]): Html {
  return html`<dl>
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value === '' ? say.nothing : value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** A table with a heading for each column. */
export function table(head: readonly string[], rows: readonly (readonly Html[])[]): Html {
  return html`<table>
    <thead>
      <tr>
        ${head.map((one) => html`<th scope="col">${one}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Property values under PowerShell's own names; null: there is no such object. */
export function propertyList(properties: Properties | null): Html {
  if (!properties) return html`${say.nothing}`;
  return html`${Object.entries(properties).map(([name, value]) => html`<div><code>${name}: ${valueText(value)}</code></div>`)}`;
}

/** A property's value; an empty one is said to be none. */
export function valueText(value: string | number | boolean | null): string {
  return value === null || value === '' ? say.nothing : String(value);
}

/** A change in words: its sentence and command, what is left out, whom it affects, and how it is taken back. */
export function changeCell({ sentence, command, notes, affects, reversal }: PublicChange): Html {
  const { labels } = say;
  const back = reversal?.command ? html` <code>${reversal.command}</code>` : html``;
  const reach = html`<p class="note">${labels.affects} ${affects.sentence}</p>
    <p class="note">${labels.reversal} ${reversal?.sentence ?? ''}${back}</p>`;
  return html`${sentence}${command === null ? html`` : html`<br /><code>${command}</code>`}${notes.map((note) => html`<p class="note">${note}</p>`)}${reversal ? reach : html``}`;
}
