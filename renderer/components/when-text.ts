/** A moment as people write it, such as "6 May 2024 at 10:00"; a text that is no time stays as it is. */
export function whenText(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.toLocaleDateString('en-GB', { dateStyle: 'long' })} at ${date.toLocaleTimeString('en-GB', { timeStyle: 'short' })}`;
}
