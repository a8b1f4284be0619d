import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../core/formats/strict-json.ts';

describe('a JSON document', () => {
  test.each([
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
    '[["a","a"],{"a":"a","b":"a"}]',
    '{"a":"\\"a\\":\\\\","\\"a\\"":1,"b":"{","c":"}"}',
    '"a"',
    '{}',
    '{"constructor":1,"__proto__":2}',
  ])('is read as it is: %s', (text) => {
    expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  test.each([
    ['{"action":"disable","action":"remove"}', 'action'],
    ['[{"a":{"b":[1,{"c":1,"c":2}]}}]', 'c'],
    ['{"a":1,"\\u0061":2}', 'a'],
    ['{"x":"\\\\","x":1}', 'x'],
    ['{"":1,"":2}', ''],
    ['{"a":{"b":1},"c":2,"a":3}', 'a'],
  ])('that has a key twice is refused: %s', (text, key) => {
    expect(() => parseJson(text)).toThrow(`The key ${JSON.stringify(key)} occurs twice in one object.`);
  });

  test('that is none is refused as JSON.parse does it', () => {
    expect(() => parseJson('{"a":')).toThrow(SyntaxError);
  });

  test('of five megabytes, with as many backslashes, is read', () => {
    const long = '\\'.repeat(2_500_000);
    expect(parseJson(JSON.stringify({ long, other: 1 }))).toEqual({ long, other: 1 });
  });
});
