import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular, RadioButton20Filled, Warning20Filled } from '@fluentui/react-icons';

/** How a page stands. */
export type StepMark = 'done' | 'current' | 'attention' | 'open' | 'not-reached';

const useStyles = makeStyles({
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { color: tokens.colorCompoundBrandForeground1 },
  attention: { color: tokens.colorStatusWarningForeground3 },
  open: { color: tokens.colorNeutralForeground3 },
  'not-reached': { color: tokens.colorNeutralForegroundDisabled },
});

const ICONS = {
  done: CheckmarkCircle20Filled,
  current: RadioButton20Filled,
  attention: Warning20Filled,
  open: Circle20Regular,
  'not-reached': Circle20Regular,
} as const satisfies Record<StepMark, unknown>;

/** The mark of a page in the step list; its meaning stands beside it in words. */
export function StepIcon(props: { readonly mark: StepMark }) {
  const Icon = ICONS[props.mark];
  return <Icon className={useStyles()[props.mark]} aria-hidden />;
}
