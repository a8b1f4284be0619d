import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { buildProgram } from '../fakes/build-program.ts';
import { defineCases, isPlayedHere } from './define-cases.ts';
import { killProgram, killedCases } from './run-killed-case.ts';
import { TRACKS } from './tracks.ts';

if (isPlayedHere()) {
  const program = await buildProgram(join(import.meta.dirname, 'killed-program.ts'));
  afterAll(() => rm(program.folder, { recursive: true }));

  await defineCases(killedCases(killProgram(program.path)), TRACKS, {
    stop: { tracks: 8, stride: 25 },
    'taking-back': { tracks: 8, stride: 29 },
    'resumed-rollback': { tracks: 8, stride: 23 },
    'resumed-continue': { tracks: 8, stride: 13 },
  });
}
