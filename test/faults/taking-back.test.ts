import { defineCases } from './define-cases.ts';
import { FAULTS } from './run-case.ts';
import { TRACKS } from './tracks.ts';

await defineCases(FAULTS, TRACKS, {
  'taking-back': { tracks: 3, stride: 12 },
  'resumed-rollback': { tracks: 3, stride: 20 },
  'resumed-continue': { tracks: 3, stride: 12 },
});
