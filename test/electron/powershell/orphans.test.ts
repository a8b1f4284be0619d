import { once } from 'node:events';
import { expect, test } from 'vitest';
import { FAKE_POWERSHELL, isAlive } from '../../fakes/fake-powershell.ts';
import { holdSession } from '../../fakes/hold-session.ts';
import { until } from '../../fakes/until.ts';

test('a shell whose program is killed leaves as well', async () => {
  const { program, shellId } = await holdSession(FAKE_POWERSHELL, 'Import-Module');
  expect(isAlive(shellId)).toBe(true);
  program.kill('SIGKILL');
  await once(program, 'exit');
  await until(() => !isAlive(shellId));
});
