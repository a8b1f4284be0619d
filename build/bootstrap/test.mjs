/**
 * `npm test [-- SUITE...]` and `npm run test:all [-- SUITE...]`: everything ready, then all suites or the named ones,
 * whether or not one of them fails. `--all` plays the larger set, `--record` keeps how long each test file took.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';
import { endAll } from './process.mjs';
import { elapsed } from './progress.mjs';
import { SUITES, programs } from './suites.mjs';
import { closingLine } from './test-results.mjs';

/** What Vitest's projects need; what only the window needs is made ready beside them. */
const FIRST = ['Dependencies', 'PowerShell', 'DNS server'];
const REMIND_MS = 60_000;

const { values, positionals: names } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, record: { type: 'boolean', default: false } },
});
const unknown = names.filter((name) => !SUITES.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}. Suites: ${SUITES.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  endWithUs();
  const counts = await testAll(names.length > 0 ? names : SUITES);
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  say(closingLine(counts));
}

/** The counts of each suite; a set-up that fails counts as one failed test. */
async function testAll(chosen) {
  if (names.length > 0) say(`Only these suites: ${chosen.join(', ')}`);
  const compiled = values.all ? ['Compiled tool'] : [];
  const first = await prepare({ only: [...FIRST, ...compiled], forTests: true });
  if (!first.ready) return [setUpFailed()];
  const counts = (await Promise.all([playVitest(first, chosen), playRest(first, chosen)])).flat();
  say('\nEach suite; the times of files that ran side by side are added up:');
  for (const { name, passed, failed, remark, ms } of counts) {
    say(`${name.padEnd(11)} ${passed} passed, ${failed} failed${remark && ` (${remark})`} in ${elapsed(ms)}`);
  }
  return counts;
}

async function playVitest(ready, chosen) {
  const counts = await play(programs.vitest, ready, chosen);
  if (values.record && counts.length > 0) recordTimes(ready.context.root);
  return counts;
}

/** The window's own suite needs more to be made ready; meanwhile the checks are run. */
async function playRest(first, chosen) {
  const ready = chosen.includes('e2e') ? prepare({ quiet: true }) : undefined;
  const counts = await play(programs.checks, first, chosen);
  if (!ready) return counts;
  const all = await ready;
  return [...counts, ...(all.ready ? await play(programs.playwright, all, chosen) : [setUpFailed()])];
}

/** Plays those of a program's suites that are chosen, and shows its output when something failed. */
async function play(program, { context, env }, chosen) {
  const suites = program.suites.filter((name) => chosen.includes(name));
  if (suites.length === 0) return [];
  say(`${program.name}: running ${suites.join(', ')}`);
  const start = performance.now();
  const reminder = setInterval(
    () => say(`${program.name}: still running (${elapsed(performance.now() - start)})`),
    REMIND_MS,
  );
  const scope = values.all ? { TEST_SCOPE: 'all' } : {};
  const { counts, output } = await program.run(context, { ...env, ...scope }, suites);
  clearInterval(reminder);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  if (failed > 0) say(`\n== ${program.name}\n${output}\n`);
  say(`${program.name}: ${closingLine(counts)}, after ${elapsed(performance.now() - start)}`);
  return counts;
}

/** Keeps the order in which files begin: the longest first (build/vitest/longest-first.ts). */
function recordTimes(root) {
  const { files } = JSON.parse(readFileSync(path.join(root, 'out', 'test', 'vitest.json'), 'utf8'));
  const sorted = Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(path.join(root, 'test', 'times.json'), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** Programs run in groups of their own, which Ctrl-C does not reach. */
function endWithUs() {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      endAll();
      process.exit(code);
    });
  }
}

function setUpFailed() {
  return { name: 'set-up', passed: 0, failed: 1, remark: 'see above', ms: 0 };
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
