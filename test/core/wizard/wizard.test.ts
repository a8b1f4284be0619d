import { describe, expect, it } from 'vitest';
import { GOALS } from '../../../core/goal.ts';
import { type StepId, STEP_IDS, WIZARD_MODES, nearestStep, stepsOf } from '../../../core/steps.ts';

describe('the pages of a goal', () => {
  it('begin with Start and keep their order, whatever is wanted and on whatever', () => {
    for (const goal of GOALS)
      for (const mode of WIZARD_MODES) {
        const steps = stepsOf(mode, goal);
        expect(steps[0]).toBe('start');
        expect(steps).toEqual(STEP_IDS.filter((step) => steps.includes(step)));
      }
  });

  it('have nothing to review or to apply in a check', () => {
    expect(stepsOf('practice', 'check')).toContain('verify');
    expect(stepsOf('practice', 'check').filter((step) => step === 'review' || step === 'apply')).toEqual([]);
  });

  it.each<[StepId, StepId]>([
    ['verify', 'verify'],
    ['review', 'public-provider'],
    ['contacts', 'start'],
  ])('find for %s the page %s of a check', (step, nearest) => {
    expect(nearestStep(stepsOf('local', 'check'), step)).toBe(nearest);
  });
});
