/** `npm run test:faults [-- NAME]`: every fault at every step of every track, or the cases whose name begins so. */
import { prepare } from './prepare.mjs';
import { elapsed } from './progress.mjs';
import { showProject } from './suites.mjs';
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
  // Named cases come from some of the files only.
  const options = ['--slowTestThreshold=120000', ...(choice === ALL ? [] : ['--passWithNoTests'])];
  const ownEnv = { ...env, FAULT_CASES: choice };
  const { passed, failed, remark } = await showProject(context.root, ownEnv, 'faults', options);
  if (remark === RAN_NO_TEST) {
    process.stderr.write(`No case begins with "${choice}".\n`);
    return 2;
  }
  const total = passed + failed;
  const counts = `${total} ${total === 1 ? 'case' : 'cases'}, ${failed} with violations`;
  process.stdout.write(`${counts}${remark && ` (${remark})`} in ${elapsed(performance.now() - start)}\n`);
  return failed === 0 ? 0 : 1;
}
