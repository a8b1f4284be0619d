import { defineCases } from './define-cases.ts';
import { FULL_DISKS } from './run-full-disk-case.ts';
import { RETIRE_TRACKS, SET_UP_TRACKS } from './tracks.ts';

await defineCases(FULL_DISKS, [...SET_UP_TRACKS, ...RETIRE_TRACKS], {
  stop: { tracks: 8, stride: 2 },
  'taking-back': { tracks: 8, stride: 5 },
  'resumed-rollback': { tracks: 8, stride: 1 },
  'resumed-continue': { tracks: 8, stride: 2 },
});
