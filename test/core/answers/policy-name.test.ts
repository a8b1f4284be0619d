import { describe, expect, it } from 'vitest';
import { policyNameProblem } from '../../../core/answers/policy-name.ts';

describe('the name of a new per-user policy', () => {
  const taken = ['global', 'site:redmond', 'sales'];

  it.each(['SkypePilot', "Chef's table", 'Vertrieb Süd', 'site pilot'])('may be %j', (name) => {
    expect(policyNameProblem(name, taken)).toBeNull();
  });

  it.each([
    ['', /empty/u],
    [' Pilot', /spaces at the start/u],
    ['Pilot*', /wildcard/u],
    ['Pilot?', /wildcard/u],
    ['Pi\nlot', /line break/u],
    ['x'.repeat(257), /At most 256/u],
    ['global', /apply by themselves/u],
    ['Site:Dublin', /apply by themselves/u],
    ['SALES', /a policy of this name already/u],
    ['Tag:Sales', /a policy of this name already/u],
  ])('may not be %j', (name, why) => {
    expect(policyNameProblem(name, taken)).toMatch(why);
  });
});
