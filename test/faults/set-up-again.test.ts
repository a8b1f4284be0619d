import { defineCases } from './define-cases.ts';
import { FAULTS } from './run-case.ts';
import { tracksNamed } from './tracks.ts';

await defineCases(FAULTS, tracksNamed('set-up-by-set', 'set-up-same-name'), {
  stop: { tracks: 1, stride: 1 },
  'take-back': { tracks: 1, stride: 4 },
});
