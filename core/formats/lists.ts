/** Names with commas between them; of a longer list the first `most`, and how many there are beside these. */
export function listed(names: readonly string[], most = 10): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** `a`, `a and b`, `a, b, and c`. */
export function joined(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names);
}
