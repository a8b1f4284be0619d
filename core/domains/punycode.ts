/** The numbers of Punycode's Bootstring (RFC 3492, section 5). */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const FIRST_BIAS = 72;
const FIRST_CODE_POINT = 0x80;
const LAST_CODE_POINT = 0x10ffff;
const PREFIX = 'xn--';

/** One label of a DNS name in ASCII; a label that is ASCII already stays as it is. */
export function labelToAscii(label: string): string {
  return /^[\0-\x7f]*$/u.test(label) ? label : `${PREFIX}${encode(label)}`;
}

/** What an `xn--` label says in Unicode; null where it is not well formed, and any other label as it is. */
export function labelToUnicode(label: string): string | null {
  if (!label.toLowerCase().startsWith(PREFIX)) return label;
  const text = decode(label.slice(PREFIX.length).toLowerCase());
  // What would be written in another way, or needs no encoding at all, was not made by an encoder.
  return text !== null && labelToAscii(text) === label.toLowerCase() ? text : null;
}

function encode(label: string): string {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0);
  const plain = points.filter((point) => point < FIRST_CODE_POINT);
  let output = plain.length > 0 ? `${String.fromCodePoint(...plain)}-` : '';
  let handled = plain.length;
  let [next, delta, bias] = [FIRST_CODE_POINT, 0, FIRST_BIAS];
  while (handled < points.length) {
    const smallest = Math.min(...points.filter((point) => point >= next));
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const point of points) {
      if (point < next) delta += 1;
      if (point !== next) continue;
      output += variableLength(delta, bias);
      bias = adapted(delta, handled + 1, handled === plain.length);
      delta = 0;
      handled += 1;
    }
    delta += 1;
    next += 1;
  }
  return output;
}

/** A number as digits of which each says by its size whether another follows (RFC 3492, section 3.3). */
function variableLength(delta: number, bias: number): string {
  let [rest, digits] = [delta, ''];
  for (let position = BASE; ; position += BASE) {
    const threshold = thresholdAt(position, bias);
    if (rest < threshold) return digits + digitOf(rest);
    const excess = rest - threshold;
    digits += digitOf(threshold + (excess % (BASE - threshold)));
    rest = Math.floor(excess / (BASE - threshold));
  }
}

function decode(text: string): string | null {
  const end = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(end, 0)), (character) => character.codePointAt(0) ?? 0);
  let [next, index, bias] = [FIRST_CODE_POINT, 0, FIRST_BIAS];
  for (let at = end + 1; at < text.length;) {
    const before = index;
    for (let [weight, position] = [1, BASE]; ; position += BASE) {
      const digit = valueOf(text.charAt(at));
      at += 1;
      if (digit === null) return null;
      index += digit * weight;
      const threshold = thresholdAt(position, bias);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (index > Number.MAX_SAFE_INTEGER || weight > Number.MAX_SAFE_INTEGER) return null;
    }
    const length = points.length + 1;
    bias = adapted(index - before, length, before === 0);
    next += Math.floor(index / length);
    if (next > LAST_CODE_POINT) return null;
    index %= length;
    points.splice(index, 0, next);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

function thresholdAt(position: number, bias: number): number {
  return Math.min(Math.max(position - bias, T_MIN), T_MAX);
}

/** The bias after a delta (RFC 3492, section 6.1). */
function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let steps = 0;
  while (rest > ((BASE - T_MIN) * T_MAX) / 2) {
    rest = Math.floor(rest / (BASE - T_MIN));
    steps += BASE;
  }
  return steps + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function digitOf(value: number): string {
  return DIGITS.charAt(value);
}

function valueOf(digit: string): number | null {
  const value = digit === '' ? -1 : DIGITS.indexOf(digit);
  return value < 0 ? null : value;
}
