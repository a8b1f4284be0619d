/** `npm run test:faults [-- NAME]`: every fault at every step of every track, or the cases whose name begins so. */
import { prepare } from './prepare.mjs';
import { elapsed } from './progress.mjs';
import { suites } from './suites.mjs';
import { RAN_NO_TEST } from './test-results.mjs';

const ALL = 'all';
const [choice = ALL] = process.argv.slice(2);
const { ready, context, env } = await prepare({
  only: ['Dependencies', 'PowerShell', 'Compiled tool'],
  forTests: true,
});
process.exitCode = ready ? await testFaults() : 1;

async function testFaults() {
  const start = performance.now();
  const suite = suites.find(({ name }) => name === 'faults');
  // Named cases come from some of the files only.
  const options = ['--reporter=verbose', ...(choice === ALL ? [] : ['--passWithNoTests'])];
  const { passed, failed, remark } = await suite.run(context, { ...env, FAULT_CASES: choice }, options);
  if (remark === RAN_NO_TEST) {
    process.stderr.write(`No case begins with "${choice}".\n`);
    return 2;
  }
  const total = passed + failed;
  const counts = `${total} ${total === 1 ? 'case' : 'cases'}, ${failed} with violations`;
  process.stdout.write(`${counts}${remark && ` (${remark})`} in ${elapsed(performance.now() - start)}\n`);
  return failed === 0 ? 0 : 1;
}
