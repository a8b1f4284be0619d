import { isPreparedProduct } from '../../core/deployment/products.ts';
import { needsDecision } from '../../core/run/run.ts';
import { type StepId, type WizardMode, nearestStep, stepsOf } from '../../core/steps.ts';
import type { Draft } from '../../core/wizard/draft.ts';
import { arrivalAt } from '../state/arrival.ts';
import type { ActionContext } from './action-context.ts';
import type { DeploymentActions } from './deployment-actions.ts';

/** Goes on with a saved draft: at its page, or at Start when there is a run to decide about first. */
export async function resumeDraft(context: ActionContext, deployment: DeploymentActions, draft: Draft): Promise<void> {
  const { store } = context;
  const { preparedProduct, form } = draft;
  const mode = store.getState().app?.deployment ?? draft.mode;
  await practiseAs(context, draft.practiceProfile);
  const hasUnfinishedRun = await isDecisionNeeded(context, mode);
  store.setState((state) => {
    const arrival = arrivalAt({ ...state, form }, nearestStep(stepsOf(mode, form.goal), resumableStep(draft.step)));
    const step = hasUnfinishedRun ? 'start' : arrival.step;
    return { draftOffer: null, preparedProduct, form, furthest: arrival.furthest, step };
  });
  deployment.chooseMode(mode);
}

/** A run that did not come to its end comes before everything else. */
async function isDecisionNeeded({ bridge }: ActionContext, mode: WizardMode): Promise<boolean> {
  if (mode === 'prepare') return false;
  const runs = await bridge.request('runs.list', { deployment: mode });
  return runs.ok && runs.value.runs.slice(0, 1).some(needsDecision);
}

/** Has the practice deployment behave as the product that was practised with. */
async function practiseAs({ store, bridge }: ActionContext, profile: string | undefined): Promise<void> {
  const { practice } = store.getState();
  if (profile === undefined || profile === practice.profile || !isPreparedProduct(profile)) return;
  const chosen = await bridge.request('practice.choose', { ...practice, profile });
  if (chosen.ok) store.setState({ practice: { ...practice, profile } });
}

/** A plan is made afresh after a restart, so the page that applies it is not where one continues. */
function resumableStep(step: StepId): StepId {
  return step === 'apply' ? 'review' : step;
}
