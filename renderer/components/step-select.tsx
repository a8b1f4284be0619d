import { Field, Select } from '@fluentui/react-components';
import { groupTitles } from '../../core/texts/pages/steps.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import type { StepId } from '../../core/steps.ts';
import type { StepItem } from './step-list.tsx';

/** The step list where there is no room for one. */
export function StepSelect(props: {
  readonly steps: readonly StepItem[];
  readonly current: StepId;
  readonly isLocked: boolean;
  readonly onOpen: (step: StepId) => void;
}) {
  const { steps } = props;
  const groups = [...new Set(steps.map((step) => step.group))];
  const index = steps.findIndex((step) => step.id === props.current);
  const open = (value: string) => {
    const step = steps.find((one) => one.id === value);
    if (step) props.onOpen(step.id);
  };
  return (
    <Field label={shellText.position(index + 1, steps.length)} orientation="horizontal">
      <Select
        value={props.current}
        disabled={props.isLocked}
        aria-label={shellText.goToStep}
        onChange={(_, data) => open(data.value)}
      >
        {groups.map((group) => (
          <optgroup key={group} label={groupTitles[group]}>
            {steps
              .filter((step) => step.group === group)
              .map(({ id, mark, title }) => (
                <option key={id} value={id} disabled={mark === 'not-reached'}>
                  {title}
                  {mark === 'attention' ? ` (${shellText.stepStates.attention})` : ''}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
