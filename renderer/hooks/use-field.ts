import { fieldMessage } from '../state/page-problems.ts';
import { useActions, useWizard } from './wizard-context.tsx';

/** What a Fluent `Field` and its control need for one answer. */
export interface FieldBinding {
  readonly id: string;
  readonly onBlur: () => void;
  /** Spread on `Field`: the problem's words, once the field was left or Next was pressed. */
  readonly validation: { readonly validationState: 'none' | 'error'; readonly validationMessage?: string };
}

/** The element id of a field, from its path. */
export function fieldId(path: string): string {
  return `field${path.replaceAll(/[^A-Za-z0-9]+/gu, '-')}`;
}

/** Binds a control to the answer at a path: its id, and when and why it is marked. */
export function useField(path: string): FieldBinding {
  const { touch } = useActions();
  const message = useWizard((state) => fieldMessage(state, path));
  return {
    id: fieldId(path),
    onBlur: () => touch(path),
    validation:
      message === null ? { validationState: 'none' } : { validationState: 'error', validationMessage: message },
  };
}

/** Puts the focus on a field, or on the first control inside it. False when it is not on this page. */
export function focusField(path: string): boolean {
  const element = document.getElementById(fieldId(path));
  if (!element) return false;
  const control = element.matches(CONTROLS) ? element : element.querySelector<HTMLElement>(CONTROLS);
  const target = control ?? element;
  if (target instanceof HTMLElement) target.focus();
  return true;
}

const CONTROLS = 'input, textarea, select, button, [tabindex]';
