import { SCENARIO_NAMES } from './cases.ts';
import { defineSimulated } from './define-simulated.ts';
import { FAULTS } from './run-case.ts';

defineSimulated('every fault at every call', FAULTS, SCENARIO_NAMES);
