import { defineSimulated } from './define-simulated.ts';
import { dieInProcess } from './die-in-process.ts';
import { FULL_DISKS } from './run-full-disk-case.ts';
import { killedCases } from './run-killed-case.ts';

const SCENARIOS = ['stop', 'taking-back', 'resumed-rollback', 'resumed-continue'] as const;

defineSimulated('a disk that is full from any line of the journal on', FULL_DISKS, SCENARIOS);
defineSimulated('a program that dies at any line of the journal', killedCases(dieInProcess), SCENARIOS);
