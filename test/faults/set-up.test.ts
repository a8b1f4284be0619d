import { defineCases } from './define-cases.ts';
import { FAULTS } from './run-case.ts';
import { SET_UP_TRACKS } from './tracks.ts';

await defineCases(FAULTS, SET_UP_TRACKS, {
  stop: { tracks: 1, stride: 1 },
  'take-back': { tracks: 1, stride: 4 },
});
