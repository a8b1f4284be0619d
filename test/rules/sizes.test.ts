import { describe, expect, it } from 'vitest';
import { functionsIn, tooLong } from './sizes.ts';
import { filesIn, textOf } from './sources.ts';

const offenders = (folders: readonly string[], name: RegExp): readonly string[] => {
  const files = filesIn(folders, name);
  expect(files.length).toBeGreaterThan(20);
  return files.flatMap((path) => tooLong(path, textOf(path)));
};
const lines = (count: number): string => 'work();\n'.repeat(count);

describe('the code of the product', () => {
  it('has no file over 300 lines, and no function over 80', () => {
    expect(offenders(['core', 'electron', 'renderer'], /\.tsx?$/u)).toEqual([]);
  });

  it('has no PowerShell file over 300 lines', () => {
    expect(offenders(['assets'], /\.psm?1$/u)).toEqual([]);
  });
});

describe('what is too long', () => {
  it('is a file of more than 300 lines, of whatever kind', () => {
    expect(tooLong('a.ts', lines(300))).toEqual([]);
    expect(tooLong('a.ts', lines(301))).toEqual(['a.ts has 301 lines']);
    expect(tooLong('a.ps1', lines(301))).toEqual(['a.ps1 has 301 lines']);
  });

  it('is a function of more than 80 lines, from its first line to its last', () => {
    expect(tooLong('a.ts', `function one() {\n${lines(78)}}`)).toEqual([]);
    expect(tooLong('a.ts', `\nfunction one() {\n${lines(79)}}`)).toEqual(['a.ts:2 one has 81 lines']);
  });

  it.each([
    ['a constant', 'const name = () => {\nBODY};'],
    ['a constant of another kind', 'const name = function () {\nBODY};'],
    ['a method', 'class A {\nname() {\nBODY}}'],
    ['a property of a class', 'class A {\nname = () => {\nBODY};}'],
    ['a member of an object', 'const a = {\nname: async () => {\nBODY} };'],
    ['a method of an object', 'const a = {\nname() {\nBODY} };'],
    ['a function that is handed on', 'export default function name() {\nBODY}'],
    ['a component', 'export function name() {\nreturn <p>\n{text}\n'.concat('<br />\n'.repeat(78), '</p>;}')],
  ])('is told by its name where it is %s', (_what, text) => {
    expect(tooLong('a.tsx', text.replace('BODY', lines(81)))).toEqual([
      expect.stringMatching(/^a\.tsx:\d+ name has \d+ lines$/u),
    ]);
  });

  it('is also a function inside of another, and one without a name', () => {
    const inner = `items.map((one) => {\n${lines(81)}});\n`;
    expect(tooLong('a.ts', `function outer() {\n${inner}}`)).toEqual([
      'a.ts:1 outer has 85 lines',
      'a.ts:2 (without a name) has 83 lines',
    ]);
  });

  it('is not a class of short methods', () => {
    expect(tooLong('a.ts', `class A {\n${'name() {\n}\n'.repeat(60)}}`)).toEqual([]);
  });
});

describe('the functions of a module', () => {
  it('are all found, with the line on which each begins', () => {
    const text = 'function one() {}\nconst two = () => 1;\nclass A {\n  #three() {\n  }\n}\n';
    expect(functionsIn('a.ts', text)).toEqual([
      { name: 'one', line: 1, lines: 1 },
      { name: 'two', line: 2, lines: 1 },
      { name: '#three', line: 4, lines: 2 },
    ]);
  });

  it('cannot be told of a text that is no program', () => {
    expect(() => functionsIn('a.ts', 'function {')).toThrow('a.ts cannot be read');
  });
});
