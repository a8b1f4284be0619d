import { success } from '../../core/failure.ts';
import type { ReadinessChecks } from '../network/readiness-checks.ts';
import type { HandlersOf } from './handlers-of.ts';

/** The network check. */
export function readinessHandlers(checks: ReadinessChecks) {
  return {
    'readiness.run': (question) => checks.run(question),
    'readiness.cancel': async () => {
      checks.cancel();
      return success(null);
    },
    'readiness.current': async () => success(checks.current()),
    'readiness.paste': async ({ text }) => checks.paste(text),
  } satisfies HandlersOf<'readiness'>;
}
