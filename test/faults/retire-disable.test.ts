import { defineCases } from './define-cases.ts';
import { FAULTS } from './run-case.ts';
import { tracksNamed } from './tracks.ts';

await defineCases(FAULTS, tracksNamed('retire-disable', 'retire-disable-all'), {
  stop: { tracks: 1, stride: 1 },
  'take-back': { tracks: 1, stride: 4 },
});
