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

/** The `make` of such a part; when none works its failure names each and why. @param {Alternative[]} alternatives */
export function makeFirst(alternatives) {
  return async (context, job) => {
    const problems = [];
    let next;
    for (const { name, make } of alternatives) {
      try {
        if (!make) continue;
        await make(context, job);
        return;
      } catch (error) {
        if (!(error instanceof PartFailure)) throw error;
        problems.push(`${name}: ${error.message}`);
        next = error.next ?? next;
      }
    }
    throw new PartFailure(problems.join('\n'), next);
  };
}
