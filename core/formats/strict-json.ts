/**
 * Reads one JSON document, and refuses an object that has a key twice: `JSON.parse` takes the last of them, so that what
 * somebody reads in a file and what is done would be two things. A mark of byte order in front is no part of it. Throws a
 * SyntaxError that says what is wrong.
 */
export function parseJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/u, '');
  const value: unknown = JSON.parse(json);
  const twice = repeatedKey(json);
  if (twice !== null) throw new SyntaxError(`The key ${JSON.stringify(twice)} occurs twice in one object.`);
  return value;
}

/** The same for who has a schema look at it: undefined where it is no JSON document, or has a key twice. */
export function jsonOrNothing(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The first key that an object of a valid JSON document has twice; null where there is none. */
function repeatedKey(text: string): string | null {
  // The keys of each object that is open, null for a list.
  const open: (Set<string> | null)[] = [];
  let isKeyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '{' || mark === '[') open.push(mark === '{' ? new Set() : null);
    else if (mark === '}' || mark === ']') open.pop();
    if (mark === '{' || mark === ',') isKeyNext = true;
    if (mark !== '"') continue;
    const end = endOfString(text, at);
    const keys = open.at(-1);
    if (isKeyNext && keys) {
      const key = String(JSON.parse(text.slice(at, end + 1)));
      if (keys.has(key)) return key;
      keys.add(key);
    }
    isKeyNext = false;
    at = end;
  }
  return null;
}

/** Where the string that begins there ends: at the next quote that no backslash goes before. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return end;
  }
}
