import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FACTS = 'docs/facts.md';
const DECISIONS = 'docs/decisions';

/** A file of the project with its text. */
interface Source {
  readonly file: string;
  readonly text: string;
}

/** What can be cited: sections of the facts, numbers of decisions, and files beneath `docs`. */
interface Citable {
  readonly facts: readonly string[];
  readonly decisions: readonly string[];
  readonly exists: (path: string) => boolean;
}

/** The sections of the facts in their order: `A`, `A.1`, and `J.8` for a numbered point right under a letter. */
function sectionsOf(markdown: string): readonly string[] {
  let section = '';
  return markdown.split('\n').flatMap((line) => {
    const heading = /^#{2,3} ([0A-Z](?:\.\d+)?) /u.exec(line)?.[1];
    if (heading !== undefined || /^#{1,3} /u.test(line)) section = heading ?? '';
    const point = /^(\d+)\. /u.exec(line)?.[1];
    if (point !== undefined && /^[0A-Z]$/u.test(section)) return [`${section}.${point}`];
    return heading === undefined ? [] : [heading];
  });
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, index) => names.indexOf(name) < index);
}

/** A comment that goes on in its next line reads as one; every character keeps its place. */
function joined(text: string): string {
  return text.replaceAll(/\r?\n[ \t]*(?:\*|\/\/|#)?(?= )/gu, (lineBreak) => ' '.repeat(lineBreak.length));
}

const ID = String.raw`[0A-Z](?:\.\d+)?\b`;
/** `facts A.1`, `facts J.8, J.9`: how a section is cited. */
const UNIFORM = new RegExp(`^facts ${ID}(?:, ${ID})*$`, 'u');
/** The same, and what somebody may write in its place. */
const CITATION = new RegExp(String.raw`\b[Ff]acts?(?:\.md)?,? +(?:sections? )?${ID}(?:(?:,? and|[,;/]) *${ID})*`, 'gu');
const DECISION = /\bdecisions?[ /](\d{3})\b|\((?:[^()]*, )?(0\d\d)\)/giu;
const DOCUMENT = /(?<![\w/.-])docs\/[\w-]+(?:[./][\w-]+)*/gu;

/** What a file cites and the project does not have, each as one line that names file, line and what is missing. */
function wrongCitations({ file, text }: Source, { facts, decisions, exists }: Citable): readonly string[] {
  const flat = joined(text);
  const at = (index: number) => `${file}:${text.slice(0, index).split('\n').length}`;
  const ofFacts = [...flat.matchAll(CITATION)].flatMap(({ 0: cited, index }) => {
    const form = cited.replaceAll(/ +/gu, ' ');
    if (!UNIFORM.test(form)) return [`${at(index)} says "${form}", which is not the form "facts A.1, B"`];
    return [...form.matchAll(new RegExp(ID, 'gu'))]
      .filter(([id]) => !facts.includes(id))
      .map(([id]) => `${at(index)} cites facts ${id}, which ${FACTS} does not have`);
  });
  const ofDecisions = [...flat.matchAll(DECISION)]
    .map(({ 1: named, 2: bare, index }) => ({ number: named ?? bare ?? '', index }))
    .filter(({ number }) => !decisions.includes(number))
    .map(({ number, index }) => `${at(index)} cites decision ${number}, which ${DECISIONS} does not have`);
  const ofDocuments = [...text.matchAll(DOCUMENT)]
    .filter(([path]) => !/^docs\/decisions\/\d{3}$/u.test(path) && !exists(path))
    .map(({ 0: path, index }) => `${at(index)} names ${path}, which is not there`);
  return [...ofFacts, ...ofDecisions, ...ofDocuments];
}

const TEXTS = new Set('.ts .tsx .mts .mjs .js .json .cs .ps1 .psm1 .psd1 .ps1xml .css .html .md'.split(' '));

/** Every text that is written in the project but this one, whose examples are wrong on purpose. */
function sources(): readonly Source[] {
  const rooms = ['core', 'electron', 'renderer', 'assets', 'build', 'test', 'docs'];
  const inRooms = rooms.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const beside = readdirSync(ROOT).flatMap((name) => (name.endsWith('.md') ? [join(ROOT, name)] : []));
  const others = [...inRooms, ...beside].filter((path) => path !== import.meta.filename);
  return others.map((path) => ({
    file: path.slice(ROOT.length + 1).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
}

const facts = sectionsOf(readFileSync(join(ROOT, FACTS), 'utf8'));
const pages = readdirSync(join(ROOT, DECISIONS));
const decisions = pages.map((name) => name.slice(0, 3));

describe('a citation', () => {
  const known = { facts: ['A', 'A.1', 'J.8'], decisions: ['008'], exists: (path: string) => path === FACTS };
  const wrong = (text: string) => wrongCitations({ file: 'core/x.ts', text }, known);

  it('of what is there is right, over the end of a line too', () => {
    expect(wrong('/** A rule (facts A, A.1, J.8: by the book). */ // decision 008, see docs/facts.md')).toEqual([]);
    expect(wrong('/**\n * A rule (facts A.1,\n * J.8), and why (008).\n */')).toEqual([]);
  });

  it('of a section that is not there is named with its file and line', () => {
    const missing = (id: string) => [`core/x.ts:2 cites facts ${id}, which docs/facts.md does not have`];
    expect(wrong('const a = 1;\n/** A rule (facts A.1, J.9). */')).toEqual(missing('J.9'));
    expect(wrong('# One\n# rule (facts\n# Z)')).toEqual(missing('Z'));
  });

  it.each(['Facts A', 'fact A.1', 'facts A and J.8', 'facts A/J.8', 'facts section A', 'facts.md A.1'])(
    'in another form is refused: %s',
    (form) => {
      expect(wrong(`// ${form}: so`)).toEqual([`core/x.ts:1 says "${form}", which is not the form "facts A.1, B"`]);
    },
  );

  it.each(['decision 099', 'Decision 099', 'docs/decisions/099', '(099)', '(compiled for tests, 099)'])(
    'of a decision that is not there is named: %s',
    (form) => {
      expect(wrong(form)).toEqual(['core/x.ts:1 cites decision 099, which docs/decisions does not have']);
    },
  );

  it('of a document that is not there is named', () => {
    expect(wrong('See docs/none.md.')).toEqual(['core/x.ts:1 names docs/none.md, which is not there']);
    expect(wrong('See example.com/docs/none.md.')).toEqual([]);
  });
});

describe('the documents of the project', () => {
  it('have every fact, decision and page that the project cites', () => {
    const all = sources();
    expect(all.length).toBeGreaterThan(500);
    const citable = { facts, decisions, exists: (path: string) => existsSync(join(ROOT, path)) };
    expect(all.flatMap((source) => wrongCitations(source, citable))).toEqual([]);
  });

  it('have each section of the facts and each number of a decision once', () => {
    expect(facts.length).toBeGreaterThan(50);
    expect(repeated(facts)).toEqual([]);
    expect(repeated(decisions)).toEqual([]);
    expect(sectionsOf('## A One\n\n1. a\n\n### A.1 Two\n\n1. b\n\n## Sources\n\n1. c\n')).toEqual(['A', 'A.1', 'A.1']);
  });

  it.each(pages)('%s has its number in its title', (name) => {
    const title = readFileSync(join(ROOT, DECISIONS, name), 'utf8').split('\n', 1)[0] ?? '';
    expect(title).toMatch(new RegExp(`^# ${name.slice(0, 3)} \\S`, 'u'));
  });
});
