/** A part that can be had in several ways: the first that works is taken. */
import { PartFailure } from './failure.mjs';

/**
 * @typedef {object} Alternative
 * @property {string} name as in "pwsh on PATH: ..."
 * @property {import('./parts.mjs').Part['find']} find
 * @property {import('./parts.mjs').Part['make']} [make] left out where there is nothing to make
 */

/** The `find` of such a part. @param {Alternative[]} alternatives */
export function findFirst(alternatives) {
  return async (context) => {
    for (const alternative of alternatives) {
      const found = await alternative.find(context);
      if (found) return found;
    }
    return undefined;
  };
}

/** The `make` of such a part; one that is passed over says so in a line, and when none works each is named. @param {Alternative[]} alternatives */
export function makeFirst(alternatives) {
  return async (context, job) => {
    const problems = [];
    let next;
    const makeable = alternatives.filter(({ make }) => make);
    for (const { name, make } of makeable) {
      try {
        await make(context, job);
        return;
      } catch (error) {
        if (!(error instanceof PartFailure)) throw error;
        problems.push(`${name}: ${error.message}`);
        next = error.next ?? next;
        if (problems.length < makeable.length) job.say(problems.at(-1).split('\n', 2).join(': '));
      }
    }
    throw new PartFailure(problems.join('\n'), next);
  };
}
