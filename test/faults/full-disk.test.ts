import { defineCases } from './define-cases.ts';
import { FULL_DISKS } from './run-full-disk-case.ts';
import { TRACKS } from './tracks.ts';

await defineCases(FULL_DISKS, TRACKS, {
  stop: { tracks: 8, stride: 2 },
  'taking-back': { tracks: 8, stride: 5 },
  'resumed-rollback': { tracks: 8, stride: 1 },
  'resumed-continue': { tracks: 8, stride: 2 },
});
