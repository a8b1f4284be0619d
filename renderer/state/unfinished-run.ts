import { type RunSummary, isRunning, needsDecision } from '../../core/run/run.ts';
import type { StepId } from '../../core/steps.ts';
import type { WizardState } from './state.ts';

/** The run on the chosen deployment about which somebody has to decide before another one is made; null when there is none. */
export function unfinishedRun({ runs, run }: Pick<WizardState, 'runs' | 'run'>): RunSummary | null {
  const newest = runs.status === 'ready' ? runs.value.runs[0] : undefined;
  if (!newest || !needsDecision(newest)) return null;
  return run?.id === newest.id && isRunning(run) ? null : newest;
}

/** True while a page makes way for the decision. Apply stays open for what the run that was made here has come to. */
export function isHeldBack(state: Pick<WizardState, 'runs' | 'run'>, step: StepId): boolean {
  if (step !== 'review' && step !== 'apply') return false;
  const unfinished = unfinishedRun(state);
  return unfinished !== null && (step === 'review' || state.run?.id !== unfinished.id);
}
