/** An ISO 8601 time as `2024-05-06 10:00 UTC`; what is no time stays as it is. */
export function utcMinute(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A duration as `12 s` or `1 min 5 s`; parts of a second are left out. */
export function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [minutes > 0 && `${minutes} min`, (rest > 0 || minutes === 0) && `${rest} s`].filter(Boolean).join(' ');
}

/** `49 hours ago`. */
export function hoursAgo(hours: number): string {
  return new Intl.RelativeTimeFormat('en').format(-hours, 'hour');
}
