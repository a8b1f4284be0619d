/** Parts that can be had in several ways. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PartFailure } from './failure.mjs';

/**
 * The `find` and `make` of a part that can be had in several ways: the first that works is taken. One that is passed over
 * says why in a line, and when none works each is named.
 * @param {import('./types').Way[]} ways
 * @returns {Pick<import('./types').Part, 'find' | 'make'>}
 */
export function firstOf(ways) {
  const makeable = ways.filter(({ make }) => make);
  return {
    async find(context) {
      for (const way of ways) {
        const found = await way.find(context);
        if (found) return found;
      }
      return undefined;
    },
    async make(context, job) {
      const problems = [];
      for (const { name, make } of makeable) {
        try {
          return await make(context, job);
        } catch (error) {
          if (!(error instanceof PartFailure)) throw error;
          problems.push(`${name}: ${error.message}`);
          if (problems.length < makeable.length) job.say(problems.at(-1).split('\n', 2).join(': '));
        }
      }
      throw new PartFailure(problems.join('\n'));
    },
  };
}

/**
 * What a variable of the environment points to. Where it leads nowhere, that is a failure and no reason to take another.
 * @param {string} variable
 * @param {(place: string, context: import('./types').Context) => Record<string, string>} valuesAt what is provided
 *   then; the first is the program
 * @returns {import('./types').Way}
 */
export function chosenBy(variable, valuesAt) {
  return {
    name: variable,
    find(context) {
      if (!context.env[variable]) return undefined;
      const values = valuesAt(path.resolve(context.env[variable]), context);
      const [program] = Object.values(values);
      if (existsSync(program)) return { values, detail: `as ${variable} says` };
      throw new PartFailure(`${variable} is set, and there is no ${program}.`, `correct ${variable}, or unset it.`);
    },
  };
}
