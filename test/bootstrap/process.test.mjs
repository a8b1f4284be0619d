import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { capture, findOnPath, npmCommand } from '../../build/bootstrap/process.mjs';
import { isAlive } from '../../build/bootstrap/process-identity.mjs';
import { moduleUrl, scratchFolder, startNode, writeProgram } from './scratch.mjs';

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
  const script = `sleep 60 & echo $! > '${file}'; wait`;
  const { ok, reason } = await capture('sh', ['-c', script], { timeoutMs: 500 });
  expect(ok).toBe(false);
  expect(reason).toBe('sh did not finish within 0.5 s');
  expect(isAlive(`${readFileSync(file, 'utf8').trim()}-0`)).toBe(false);
});

test('a program that stands still is ended, one that goes on is not', async () => {
  const file = path.join(scratchFolder(), 'bytes');
  writeFileSync(file, '');
  const stall = { measure: () => readFileSync(file).length, withinMs: 400 };
  const still = await node('setTimeout(() => {}, 60_000)', { stall });
  expect(still.reason).toBe('node made no progress for 0.4 s');
  const append = `require('node:fs').appendFileSync(${JSON.stringify(file)}, 'x')`;
  const busy = await node(
    `let n = 0; const t = setInterval(() => { ${append}; if (++n === 15) clearInterval(t); }, 80)`,
    { stall },
  );
  expect(busy.ok).toBe(true);
});

onUnix('a program that must not be cut off goes on when we are killed', async () => {
  const folder = scratchFolder();
  const script = `echo started; sleep 1; echo still writing; echo done > '${path.join(folder, 'done')}'`;
  const killed = startNode(`
    import { capture } from ${JSON.stringify(moduleUrl('process.mjs'))};
    const options = { letFinish: ${JSON.stringify(path.join(folder, 'output'))} };
    const running = capture('sh', ['-c', ${JSON.stringify(script)}], options);
    console.log('up');
    await running;`);
  await killed.says('up');
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(path.join(folder, 'done'))).toBe(false);
  await expect.poll(() => existsSync(path.join(folder, 'done')), { timeout: 10_000 }).toBe(true);
  const { stdout } = await capture('sh', ['-c', 'echo out; echo err >&2'], { letFinish: path.join(folder, 'output') });
  expect(stdout).toBe('out\nerr\n');
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
