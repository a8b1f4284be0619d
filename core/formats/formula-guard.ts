/** Where another reader may begin a value: at a delimiter, its own or not, and wherever it sees the end of a line. */
const BREAKS: ReadonlySet<string> = new Set(',;|\t\r\n\v\f\u001c\u001d\u001e\u001f\u0085\u2028\u2029');
/** What a formula begins with; the wide forms count in East Asian versions. */
const SIGNS: ReadonlySet<string> = new Set('=+-@＝＋－＠');
/** What some take for the beginning of a formula besides, where everything begins with it. */
const FIRST: ReadonlySet<string> = new Set('\t\r\n');
/** What stands before a formula without keeping it from being one: spaces, quotation marks, guards, and what is invisible. */
const SKIPPED = /['"\s\p{Cc}\p{Cf}\p{DI}]/u;

const GUARD = "'";

/** True when a value gets a guard: it is not written into a file for spreadsheets as it is. */
export function isGuarded(value: string): boolean {
  return formulaPlaces(value).length > 0;
}

/**
 * A value in which an apostrophe stands before everything that a spreadsheet would take for a formula, whichever delimiter
 * it goes by: quotation marks keep a value together only for a reader that looks for them in the right place.
 */
export function guarded(value: string): string {
  return rebuilt(value, (piece, isAtPlace) => (isAtPlace ? `${GUARD}${piece}` : piece));
}

/** The value without the apostrophes of `guarded`: one less at each place, so that every value comes back as it was. */
export function unguarded(value: string): string {
  return rebuilt(value, (piece, isAtPlace) => (isAtPlace && piece.startsWith(GUARD) ? piece.slice(1) : piece));
}

function rebuilt(value: string, write: (piece: string, isAtPlace: boolean) => string): string {
  const places = formulaPlaces(value);
  if (places.length === 0) return value;
  const pieces = places.map((place, index) => write(value.slice(place, places[index + 1]), true));
  return [write(value.slice(0, places[0]), false), ...pieces].join('');
}

/** Where formulas begin, what is passed over before them included. By hand: a pattern overflows on a line of megabytes. */
function formulaPlaces(value: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  let place: number | null = 0;
  for (const character of value) {
    if (place !== null && (SIGNS.has(character) || (place === 0 && FIRST.has(character)))) {
      places.push(place);
      place = null;
    }
    at += character.length;
    if (BREAKS.has(character)) place = at;
    else if (place !== null && !SKIPPED.test(character)) place = null;
  }
  return places;
}
