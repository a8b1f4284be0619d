import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { identityOf, isAlive, withLock } from '../../build/bootstrap/lock.mjs';
import { moduleUrl, scratchFolder, startNode, writeFiles } from './scratch.mjs';

test('processes that count in one file at the same time lose no count', async () => {
  const folder = scratchFolder();
  const counter = path.join(folder, 'counter');
  writeFileSync(counter, '0');
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(moduleUrl('lock.mjs'))};
    for (let round = 0; round < 5; round += 1) {
      await withLock(${JSON.stringify(path.join(folder, 'lock'))}, async () => {
        const count = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
        await pause(2);
        writeFileSync(${JSON.stringify(counter)}, String(count + 1));
      }, () => {});
    }`;
  const results = await Promise.all(Array.from({ length: 6 }, () => startNode(script).ended));
  expect(results.map(({ code, output }) => `${code}${output}`)).toEqual(['0', '0', '0', '0', '0', '0']);
  expect(readFileSync(counter, 'utf8')).toBe('30');
  expect(readdirSync(path.join(folder, 'lock'))).toEqual(['free']);
});

test('of several that wait for a killed owner, one at a time gets the lock', async () => {
  const folder = scratchFolder();
  const lock = path.join(folder, 'lock');
  const use = (work) => `
    import { mkdirSync, rmdirSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(moduleUrl('lock.mjs'))};
    await withLock(${JSON.stringify(lock)}, async () => { ${work} }, () => console.log('waiting'));`;
  const owner = startNode(use(`console.log('mine'); await pause(60_000);`));
  await owner.says('mine');
  // A folder can be made by one only: a second one inside would fail.
  const inside = JSON.stringify(path.join(folder, 'inside'));
  const waiting = Array.from({ length: 4 }, () =>
    startNode(use(`mkdirSync(${inside}); await pause(50); rmdirSync(${inside});`)),
  );
  await Promise.all(waiting.map(({ says }) => says('waiting')));
  owner.child.kill('SIGKILL');
  const results = await Promise.all(waiting.map(({ ended }) => ended));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
});

test.runIf(process.platform === 'linux')('a number that another process has now does not keep the lock', async () => {
  const folder = scratchFolder();
  const lock = path.join(folder, 'lock');
  writeFiles(lock, { [`${process.ppid}-1-1`]: '' });
  let waited = false;
  await withLock(
    lock,
    async () => {},
    () => (waited = true),
  );
  expect(waited).toBe(false);
  expect(readdirSync(folder)).toEqual(['lock']);
  expect(readdirSync(lock)).toEqual(['free']);
});

test('a lock is given back when the work fails', async () => {
  const lock = path.join(scratchFolder(), 'lock');
  await expect(
    withLock(
      lock,
      async () => Promise.reject(new Error('no')),
      () => {},
    ),
  ).rejects.toThrow('no');
  expect(readdirSync(lock)).toEqual(['free']);
});

test('a process is alive until it has ended', () => {
  expect(isAlive(identityOf(process.pid))).toBe(true);
  const { pid } = spawnSync(process.execPath, ['--version']);
  expect(isAlive(identityOf(pid))).toBe(false);
  expect(isAlive('not a process')).toBe(false);
});
