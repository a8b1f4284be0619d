import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createContext } from '../../build/bootstrap/context.mjs';
import { PartFailure } from '../../build/bootstrap/failure.mjs';
import { identityOf, isAlive } from '../../build/bootstrap/lock.mjs';
import { makeReady } from '../../build/bootstrap/parts.mjs';
import { createProgress } from '../../build/bootstrap/progress.mjs';
import { checkout, eventually, moduleUrl, recordedProgress, scratchFolder, startNode, writeFiles } from './scratch.mjs';

const part = (overrides) => ({
  name: 'Sample',
  needs: [],
  what: 'no sample.',
  next: 'make one.',
  find: () => ({}),
  ...overrides,
});

async function setUp(root, parts, { quiet = false } = {}) {
  const { lines, write } = recordedProgress();
  const context = createContext({ root });
  const ready = await makeReady(parts, context, createProgress({ quiet, write }));
  return { ready, lines, values: context.values };
}

/**
 * A set-up in a process of its own, of one part that is made from two files; between them, a program of its own waits for
 * the file `go`.
 * @param {string} root
 */
function setUpScript(root) {
  const program = `
    const { existsSync } = require('node:fs');
    const mayEnd = () => existsSync(${JSON.stringify(path.join(root, 'go'))}) || !existsSync(${JSON.stringify(root)});
    const timer = setInterval(() => mayEnd() && clearInterval(timer), 10);`;
  return `
    import { mkdirSync, writeFileSync } from 'node:fs';
    import path from 'node:path';
    import { createContext } from ${JSON.stringify(moduleUrl('context.mjs'))};
    import { makeReady } from ${JSON.stringify(moduleUrl('parts.mjs'))};
    import { place, stampOf } from ${JSON.stringify(moduleUrl('files.mjs'))};
    import { createProgress } from ${JSON.stringify(moduleUrl('progress.mjs'))};
    const context = createContext({ root: ${JSON.stringify(root)} });
    const target = path.join(context.root, '.cache', 'sample');
    const sample = {
      name: 'Sample', needs: [], what: 'no sample.', next: 'make one.',
      find: () => (stampOf(target) === 'whole' ? {} : undefined),
      async make(_, { run, say, scratch }) {
        const made = path.join(scratch, 'sample');
        mkdirSync(made);
        writeFileSync(path.join(made, 'first'), '');
        say('half-made');
        await run(process.execPath, ['-e', ${JSON.stringify(program)}]);
        writeFileSync(path.join(made, 'second'), '');
        place(made, target, 'whole');
      },
    };
    process.exitCode = (await makeReady([sample], context, createProgress())) ? 0 : 1;`;
}

/** Lets the programs of these set-ups come to their end. */
function go(root) {
  writeFileSync(path.join(root, 'go'), '');
}

/** The program that the set-up which holds the lock has started, as the lock names it. */
function startedProgram(root) {
  const lock = path.join(root, '.cache', 'locks', 'sample');
  return eventually(() => readFileSync(path.join(lock, readdirSync(lock)[0]), 'utf8').trim());
}

test('a part that is there is not made, locked or waited for', async () => {
  const root = scratchFolder();
  // Another set-up is at it, and goes on for as long as this test.
  writeFiles(root, { [`.cache/locks/sample/${identityOf(process.pid)}-1`]: '' });
  const { output, code } = await startNode(`
    import { createContext } from ${JSON.stringify(moduleUrl('context.mjs'))};
    import { makeReady } from ${JSON.stringify(moduleUrl('parts.mjs'))};
    import { createProgress } from ${JSON.stringify(moduleUrl('progress.mjs'))};
    const sample = { name: 'Sample', needs: [], what: '', next: '', find: () => ({ detail: 'version 1' }), make: () => process.exit(9) };
    await makeReady([sample], createContext({ root: ${JSON.stringify(root)} }), createProgress());`).ended;
  expect(code).toBe(0);
  expect(output).toMatch(/^Sample \.+ ready \(.+\): version 1\n$/);
  expect(readdirSync(path.join(root, '.cache'))).toEqual(['locks']);
});

test('a part is made once, and what it provides reaches those that need it', async () => {
  const root = scratchFolder();
  const file = path.join(root, 'made');
  let makes = 0;
  const first = part({
    name: 'First',
    find: () => (existsSync(file) ? { values: { firstPath: file } } : undefined),
    async make(_, { say }) {
      say('making it');
      makes += 1;
      writeFileSync(file, '');
    },
  });
  const second = part({
    name: 'Second',
    needs: ['First'],
    find: ({ values }) => ({ detail: path.basename(values.firstPath) }),
  });
  const once = await setUp(root, [first, second]);
  expect(once.ready).toBe(true);
  expect(once.values).toEqual({ firstPath: file });
  expect(once.lines).toEqual([
    'First .............. making it',
    'First .............. ready (TIME)',
    'Second ............. ready (TIME): made',
  ]);
  const again = await setUp(root, [first, second], { quiet: true });
  expect(again.lines).toEqual([]);
  expect(makes).toBe(1);
});

test('a part that fails says what, why and what next, and those that need it are not tried', async () => {
  const failing = part({
    find: () => undefined,
    async make() {
      throw new PartFailure('first line\nsecond line');
    },
  });
  const needing = part({ name: 'Needing', needs: ['Sample'] });
  const other = part({ name: 'Other' });
  const { ready, lines } = await setUp(scratchFolder(), [failing, needing, other]);
  expect(ready).toBe(false);
  expect(lines.toSorted((a, b) => a.localeCompare(b, 'en'))).toEqual([
    '  What: no sample.\n  Why:  first line\n        second line\n  Next: make one.',
    'Needing ............ not tried: it needs Sample',
    'Other .............. ready (TIME)',
    'Sample ............. failed (TIME)',
  ]);
});

test('a failure can bring its own next action, and an optional part fails without harm', async () => {
  const failing = part({
    optional: true,
    find: () => undefined,
    async make() {
      throw new PartFailure('no', 'do that.');
    },
  });
  const { ready, lines } = await setUp(scratchFolder(), [failing]);
  expect(ready).toBe(true);
  expect(lines[1]).toContain('Next: do that.');
});

test('a part that was made and is still not found has failed', async () => {
  const { ready, lines } = await setUp(scratchFolder(), [part({ find: () => undefined, make: async () => {} })]);
  expect(ready).toBe(false);
  expect(lines[1]).toContain('still not found');
});

test('npm run setup ends with 1 when a part fails', async () => {
  const root = scratchFolder();
  cpSync(path.join(checkout, 'build', 'bootstrap'), path.join(root, 'build', 'bootstrap'), { recursive: true });
  const script = `await import(${JSON.stringify(pathToFileURL(path.join(root, 'build', 'bootstrap', 'setup.mjs')).href)})`;
  const env = { ...process.env, SKYPE_FEDERATION_POWERSHELL: path.join(root, 'missing') };
  const { code, output } = await startNode(script, env).ended;
  expect(code).toBe(1);
  expect(output).toContain('Next: restore it: git checkout package-lock.json');
  expect(output).toContain('Next: correct SKYPE_FEDERATION_POWERSHELL, or unset it.');
  expect(output).toContain('Electron ........... not tried: it needs Dependencies');
});

test('after a kill in mid-work nothing half-made is used, the left-over program ends, and the next run heals', async () => {
  const root = scratchFolder();
  const killed = startNode(setUpScript(root));
  await killed.says('half-made');
  const child = await startedProgram(root);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(isAlive(child)).toBe(true);
  expect(existsSync(path.join(root, '.cache', 'sample'))).toBe(false);

  const next = startNode(setUpScript(root));
  await next.says('half-made');
  expect(isAlive(child)).toBe(false);
  go(root);
  const { code, output } = await next.ended;
  expect(output).toMatch(/^Sample \.+ half-made\nSample \.+ ready/);
  expect(code).toBe(0);
  expect(readdirSync(path.join(root, '.cache', 'sample')).sort()).toEqual(['.setup-stamp', 'first', 'second']);
  expect(readdirSync(path.join(root, '.cache', 'locks', 'sample'))).toEqual(['free']);
});

test.skipIf(process.platform === 'win32')('Ctrl-C ends what was started, gives the lock back and says so', async () => {
  const root = scratchFolder();
  const stopped = startNode(setUpScript(root));
  await stopped.says('half-made');
  const child = await startedProgram(root);
  stopped.child.kill('SIGINT');
  const { code, output } = await stopped.ended;
  expect(code).toBe(130);
  expect(output).toContain('Set-up stopped. Nothing half-made is used');
  await eventually(() => !isAlive(child));
  go(root);
  expect((await startNode(setUpScript(root)).ended).output).toMatch(/^Sample \.+ half-made\nSample \.+ ready/);
});

test('of two at the same time one makes the part, the other says that it waits', async () => {
  const root = scratchFolder();
  const both = [startNode(setUpScript(root)), startNode(setUpScript(root))];
  const say = (text) => both.filter(({ output }) => output.includes(text)).length;
  await eventually(() => say('half-made') === 1 && say('waiting for another set-up (process ') === 1);
  go(root);
  const results = await Promise.all(both.map(({ ended }) => ended));
  expect(results.map(({ code }) => code)).toEqual([0, 0]);
  expect([say('half-made'), say('waiting for another set-up (process '), say('ready')]).toEqual([1, 1, 2]);
});

test('a process is named with its start', () => {
  expect(identityOf(process.pid)).toMatch(new RegExp(`^${process.pid}-\\d+$`));
});
