import type { ReadinessChecks } from '../network/readiness-checks.ts';
import { htmlReport } from '../reports/html-report.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';
import type { HandlersOf } from './handlers-of.ts';
import { targetAndAnswers } from './wizard-input.ts';

/** Asks where the report is saved. */
export interface ReportDialogs {
  chooseReportPath(suggestedName: string): Promise<string | null>;
}

/** The report, with the newest network check in it. `today` is the day as `2024-05-06`, for the suggested name. */
export function reportHandlers(
  setup: FederationSetup,
  checks: ReadinessChecks,
  dialogs: ReportDialogs,
  today: () => string,
) {
  return {
    'report.save': async (input) => {
      const wanted = targetAndAnswers(input);
      if (!wanted.ok) return wanted;
      const { target, answers } = wanted.value;
      const readiness = checks.current()?.result ?? null;
      const report =
        'deployment' in target
          ? await setup.report(target.deployment, answers)
          : await setup.reportPrepared(target.product, answers);
      if (!report.ok) return report;
      const path = await dialogs.chooseReportPath(`skype-federation-report-${today()}.html`);
      return saveChosen(path, htmlReport({ ...report.value, readiness }), writeTextFile);
    },
  } satisfies HandlersOf<'report'>;
}
