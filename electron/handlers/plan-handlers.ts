import type { WizardInput } from '../../core/contract/contract.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { preparedPlan, writeScriptFile } from '../plan/setup-scripts.ts';
import { planFile } from '../reports/plan-file.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';
import type { HandlersOf } from './handlers-of.ts';
import type { PlanWithAnswers, ShownPlan } from './shown-plan.ts';
import { deploymentAndAnswers, targetAndAnswers } from './wizard-input.ts';

/** Asks where a plan or its script is saved. */
export interface PlanDialogs {
  choosePlanPath(suggestedName: string): Promise<string | null>;
  chooseScriptPath(suggestedName: string): Promise<string | null>;
}

/** The plan, rehearsed and as a script. `today` is the day as `2024-05-06`, for the suggested names. */
export function planHandlers(setup: FederationSetup, shownPlan: ShownPlan, dialogs: PlanDialogs, today: () => string) {
  return {
    'plan.make': async (input) => shownPlan.show(await planOf(setup, input)),
    'plan.rehearse': async (input) => {
      const wanted = deploymentAndAnswers(input);
      if (!wanted.ok) return wanted;
      const { deployment, answers } = wanted.value;
      const rehearsed = await setup.rehearse(deployment, answers);
      return shownPlan.show(rehearsed.ok ? success({ plan: rehearsed.value, answers }) : rehearsed);
    },
    'plan.script': (input) => scriptOf(setup, input),
    'plan.save': async ({ planHash }) => {
      const shown = shownPlan.withHash(planHash);
      if (shown === null) return failed({ kind: 'plan-out-of-date', differences: [] });
      const path = await dialogs.choosePlanPath(`skype-federation-plan-${today()}.json`);
      return saveChosen(path, planFile(shown.plan, shown.answers), writeTextFile);
    },
    'script.save': async (input) => {
      const script = await scriptOf(setup, input);
      if (!script.ok) return script;
      const path = await dialogs.chooseScriptPath(`skype-federation-${today()}.ps1`);
      return saveChosen(path, script.value, writeScriptFile);
    },
  } satisfies HandlersOf<'plan' | 'script'>;
}

async function planOf(setup: FederationSetup, input: WizardInput): Promise<Result<PlanWithAnswers>> {
  const wanted = targetAndAnswers(input);
  if (!wanted.ok) return wanted;
  const { target, answers } = wanted.value;
  if (!('deployment' in target)) return success({ answers, plan: preparedPlan(answers, target.product) });
  const plan = await setup.plan(target.deployment, answers);
  return plan.ok ? success({ answers, plan: plan.value }) : plan;
}

async function scriptOf(setup: FederationSetup, input: WizardInput): Promise<Result<string>> {
  const wanted = targetAndAnswers(input);
  if (!wanted.ok) return wanted;
  const written = await setup.script(wanted.value.target, wanted.value.answers);
  return written.ok ? success(written.value.script) : written;
}
