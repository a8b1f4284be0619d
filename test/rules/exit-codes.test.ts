import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '../../core/failure.ts';
import { EXIT, FAILURE_CODES } from '../../electron/command-line/exit-codes.ts';

const README = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');

/** The codes of the table whose first column is named "exit code". */
function documentedCodes(): readonly number[] {
  const [, table = ''] = /^\| exit code \|.*\n\|.*\n((?:\|.*\n)+)/mu.exec(README) ?? [];
  return Array.from(table.matchAll(/^\| (\d+) /gmu), ([, code]) => Number(code));
}

describe('the exit codes', () => {
  it('are those that the README documents', () => {
    const codes = documentedCodes();
    expect(codes).toEqual(Object.values(EXIT));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('call only a fault of this program an internal error', () => {
    expect(FAILURE_KINDS.filter((kind) => FAILURE_CODES[kind] === EXIT.internalError)).toEqual(['unexpected']);
  });
});
