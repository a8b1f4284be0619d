/** The two forms that English has for a number. */
interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Made when it is first asked for: the tables behind take milliseconds to load, and no start needs them. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const cardinals = lazily(() => new Intl.PluralRules('en'));
const ordinals = lazily(() => new Intl.PluralRules('en', { type: 'ordinal' }));
const ORDINAL_ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** The form that goes with a number: `change` with 1, `changes` with any other. */
export function plural(count: number, forms: PluralForms): string {
  return cardinals().select(count) === 'one' ? forms.one : forms.other;
}

/** A number with what it counts: `1 domain`, `1,200 domains`. */
export function counted(count: number, forms: PluralForms): string {
  return `${numberText(count)} ${plural(count, forms)}`;
}

/** A number as English writes it: `1,200`. */
export function numberText(value: number): string {
  return value.toLocaleString('en');
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(position: number): string {
  return `${position}${ORDINAL_ENDINGS[ordinals().select(position)] ?? 'th'}`;
}
