import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { identityOf, isAlive } from '../../build/bootstrap/lock.mjs';
import { capture, findOnPath, npmCommand } from '../../build/bootstrap/process.mjs';

import { contentOf, eventually, moduleUrl, scratchFolder, startNode, writeProgram } from './scratch.mjs';

const node = (script, options) => capture(process.execPath, ['-e', script], options);
const onUnix = test.skipIf(process.platform === 'win32');

test('output and success are told', async () => {
  const outcome = await node(`console.log('out'); console.error('err')`);
  expect(outcome).toEqual({ ok: true, code: 0, stdout: 'out\n', stderr: 'err\n', reason: '' });
});

test('a failure names the program, the exit code and what it wrote', async () => {
  const { ok, reason } = await node(`console.error('\\u001b[31mthe disk is full\\u001b[0m'); process.exit(3)`);
  expect(ok).toBe(false);
  expect(reason).toBe('node exited with 3\nthe disk is full');
});

test('of a long output the beginning and the end are kept', async () => {
  const { reason } = await node(`for (let n = 1; n <= 100; n += 1) console.log('line ' + n); process.exit(1)`);
  expect(reason.split('\n')).toHaveLength(15);
  expect(reason).toContain('line 1\n');
  expect(reason).toContain('line 100');
});

test('a program that is not there is a failure, not an exception', async () => {
  const { ok, reason } = await capture('no-such-program', ['--version']);
  expect(ok).toBe(false);
  expect(reason).toContain('no-such-program could not be started');
});

onUnix('a program that takes too long is ended with all that it started', async () => {
  const file = path.join(scratchFolder(), 'pid');
  const seen = {};
  // The time is over when the program has started another one, and not before.
  const timer = (ms, onEnd) => {
    seen.ms = ms;
    void contentOf(file).then((pid) => {
      seen.child = identityOf(Number(pid));
      seen.wasAlive = isAlive(seen.child);
      return onEnd();
    });
    return () => (seen.isStopped = true);
  };
  const script = `sleep 600 & echo $! > '${file}'; wait`;
  const { ok, reason } = await capture('sh', ['-c', script], { timeoutMs: 90_000, timer });
  expect({ ok, reason }).toEqual({ ok: false, reason: 'sh did not finish within 90 s' });
  expect(seen).toMatchObject({ ms: 90_000, wasAlive: true, isStopped: true });
  await eventually(() => !isAlive(seen.child));
});

onUnix('a program on PATH is found as a shell finds it', () => {
  const [first, second] = [scratchFolder(), scratchFolder()];
  writeFileSync(path.join(first, 'tool'), 'not executable');
  writeProgram(second, 'tool', 'exit 0');
  expect(findOnPath('tool', { PATH: `${first}:relative::${second}` })).toBe(path.join(second, 'tool'));
  expect(findOnPath('tool', { PATH: first })).toBeUndefined();
});

test('npm is run by Node, by the npm that runs us', async () => {
  const script = path.join(scratchFolder(), 'npm-cli.js');
  writeFileSync(script, 'console.log("this npm")');
  const [command, args] = npmCommand({ npm_execpath: script });
  expect((await capture(command, args)).stdout).toBe('this npm\n');
});

onUnix('an attached program keeps its exit code, and gets the signals that we get', async () => {
  const attached = (program) => `
    import { attach } from ${JSON.stringify(moduleUrl('process.mjs'))};
    process.exitCode = await attach(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  expect((await startNode(attached('process.exit(7)')).ended).code).toBe(7);
  const running = startNode(
    attached(`process.on('SIGTERM', () => process.exit(5)); console.log('up'); setTimeout(() => {}, 60_000)`),
  );
  await running.says('up');
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(5);
});
