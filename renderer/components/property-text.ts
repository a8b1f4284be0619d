import { reviewText } from '../../core/texts/pages/review.ts';

/** A property's value as the management shell writes it. */
export function propertyText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined || value === '') return reviewText.empty;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}
