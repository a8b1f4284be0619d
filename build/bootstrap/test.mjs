/** `npm test [-- SUITE...]`: everything ready, then all suites or the named ones, whether or not one of them fails. */
import { prepare } from './prepare.mjs';
import { elapsed } from './progress.mjs';
import { suites } from './suites.mjs';
import { closingLine } from './test-results.mjs';

const names = process.argv.slice(2);
const known = suites.map(({ name }) => name);
const unknown = names.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}. Suites: ${known.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const counts = await testAll(suites.filter(({ name }) => names.length === 0 || names.includes(name)));
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  process.stdout.write(`${closingLine(counts)}\n`);
}

/** The counts of each suite; a set-up that fails counts as one failed test. */
async function testAll(chosen) {
  if (names.length > 0) say(`Only these suites: ${chosen.map(({ name }) => name).join(', ')}`);
  const { ready, context, env } = await prepare({ forTests: true });
  if (!ready) return [{ passed: 0, failed: 1 }];
  const results = [];
  for (const { name, run } of chosen) {
    say(`\n== ${name}`);
    const start = performance.now();
    results.push({ name, ...(await run(context, env)), ms: performance.now() - start });
  }
  say('');
  for (const { name, passed, failed, remark, ms } of results) {
    say(`${name.padEnd(11)} ${passed} passed, ${failed} failed${remark && ` (${remark})`} in ${elapsed(ms)}`);
  }
  return results;
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
