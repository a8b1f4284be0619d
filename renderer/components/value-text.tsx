import { reviewText } from '../../core/texts/pages/review.ts';

/** A property's value as the management shell writes it; long names and lists break after dots, slashes and commas. */
export function ValueText({ value }: { readonly value: string | number | boolean | null | undefined }) {
  const parts = propertyText(value).split(/(?<=[.,/])/u);
  return parts.map((part, index) => (
    // The parts of a fixed text keep their order.
    // oxlint-disable-next-line react/no-array-index-key
    <span key={index}>
      {index > 0 && <wbr />}
      {part}
    </span>
  ));
}

function propertyText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined || value === '') return reviewText.empty;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
