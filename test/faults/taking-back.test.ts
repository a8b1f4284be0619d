import { defineCases } from './define-cases.ts';
import { FAULTS } from './run-case.ts';
import { RETIRE_TRACKS, SET_UP_TRACKS } from './tracks.ts';

await defineCases(FAULTS, [...SET_UP_TRACKS, ...RETIRE_TRACKS], {
  'taking-back': { tracks: 3, stride: 12 },
  'resumed-rollback': { tracks: 3, stride: 20 },
  'resumed-continue': { tracks: 3, stride: 12 },
});
