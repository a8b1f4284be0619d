/**
 * `npm test [-- SUITE...]` and `npm run test:all [-- SUITE...]`: everything ready, then all suites or the named ones,
 * whether or not one of them fails. With `--all` the larger set is played.
 */
import { parseArgs } from 'node:util';
import { prepare } from './prepare.mjs';
import { stopOnSignal } from './process.mjs';
import { elapsed } from './progress.mjs';
import { SUITES, checks, playwright, vitest } from './suites.mjs';
import { closingLine } from './test-results.mjs';

/** What Vitest's projects need; what only the window needs is made ready beside them. */
const FIRST = ['Dependencies', 'PowerShell', 'Compiled tool', 'DNS server'];
const REMIND_MS = 60_000;
const SET_UP_FAILED = { name: 'set-up', passed: 0, failed: 1, remark: 'see above', ms: 0 };

const args = { args: process.argv.slice(2), allowPositionals: true };
const { values, positionals: names } = parseArgs({ ...args, options: { all: { type: 'boolean', default: false } } });
const unknown = names.filter((name) => !SUITES.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}. Suites: ${SUITES.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  stopOnSignal();
  const counts = await testAll(names.length > 0 ? names : SUITES);
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  say(closingLine(counts));
}

/** The counts of each suite; a set-up that fails counts as one failed test. */
async function testAll(chosen) {
  if (names.length > 0) say(`Only these suites: ${chosen.join(', ')}`);
  const first = await prepare({ only: FIRST, forTests: true });
  if (!first.ready) return [SET_UP_FAILED];
  const counts = (await Promise.all([play(vitest, first, chosen), playRest(first, chosen)])).flat();
  say('\nEach suite; the times of files that ran side by side are added up:');
  for (const { name, passed, failed, remark, ms } of counts) {
    say(`${name.padEnd(11)} ${passed} passed, ${failed} failed${remark && ` (${remark})`} in ${elapsed(ms)}`);
  }
  return counts;
}

/** The window's own suite needs more to be made ready; meanwhile the checks are run. */
async function playRest(first, chosen) {
  const ready = chosen.includes('e2e') ? prepare({ forTests: true, quiet: true }) : undefined;
  const counts = await play(checks, first, chosen);
  if (!ready) return counts;
  const all = await ready;
  return [...counts, ...(all.ready ? await play(playwright, all, chosen) : [SET_UP_FAILED])];
}

/** Plays those of a program's suites that are chosen, and shows its output when something failed. */
async function play(program, { context, env }, chosen) {
  const suites = program.suites.filter((name) => chosen.includes(name));
  if (suites.length === 0) return [];
  say(`${program.name}: running ${suites.join(', ')}`);
  const start = performance.now();
  const spent = () => elapsed(performance.now() - start);
  const reminder = setInterval(() => say(`${program.name}: still running (${spent()})`), REMIND_MS);
  const scope = values.all ? { TEST_SCOPE: 'all' } : {};
  const { counts, output } = await program.run(context, { ...env, ...scope }, suites);
  clearInterval(reminder);
  if (counts.some(({ failed }) => failed > 0)) say(`\n== ${program.name}\n${output}\n`);
  say(`${program.name}: ${closingLine(counts)}, after ${spent()}`);
  return counts;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
