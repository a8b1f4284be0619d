import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fuse, setFuses } from '../../build/bootstrap/fuses.mjs';
import { scratchFolder } from './scratch.mjs';

const marker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function binary(content) {
  const file = path.join(scratchFolder(), 'binary');
  writeFileSync(file, content, 'latin1');
  return { file, content: () => readFileSync(file, 'latin1') };
}

test('only the wanted fuses change', () => {
  const { file, content } = binary(`code${marker}\u0001\u000810100011 more code`);
  setFuses(file, { [fuse.nodeCliInspectArguments]: true, [fuse.browserSpecificV8Snapshot]: false });
  expect(content()).toBe(`code${marker}\u0001\u000810110001 more code`);
});

test.each([
  ['a file without fuses', 'code', 'has no fuses'],
  ['fuses of another version', `${marker}\u0002\u000810100011`, 'version 2, which is not known'],
  ['fewer fuses than needed', `${marker}\u0001\u00041010`, 'has no fuse 6'],
])('%s is refused and stays as it is', (_, before, message) => {
  const { file, content } = binary(before);
  expect(() => setFuses(file, { [fuse.browserSpecificV8Snapshot]: false })).toThrow(message);
  expect(content()).toBe(before);
});
