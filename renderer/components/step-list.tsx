import { Button, Caption1Strong, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { groupTitles } from '../../core/texts/pages/steps.ts';
import { shellText } from '../../core/texts/pages/shell.ts';
import type { StepGroup, StepId } from '../../core/steps.ts';
import { HiddenText } from './hidden-text.tsx';
import { StepIcon, type StepMark } from './step-icon.tsx';

/** A page as the step list shows it. */
export interface StepItem {
  readonly id: StepId;
  readonly group: StepGroup;
  readonly mark: StepMark;
  readonly title: string;
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  group: { marginBottom: tokens.spacingVerticalM },
  groupTitle: {
    display: 'block',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
  step: { position: 'relative' },
  button: {
    width: '100%',
    minHeight: '32px',
    paddingBlock: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  current: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  waiting: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '32px',
    boxSizing: 'border-box',
    columnGap: '10px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
});

/** Every page, by the parts of the workflow, with its state. A page that was reached can be opened. */
export function StepList(props: {
  readonly steps: readonly StepItem[];
  readonly isLocked: boolean;
  readonly onOpen: (step: StepId) => void;
}) {
  const styles = useStyles();
  const groups = [...new Set(props.steps.map((step) => step.group))];
  return (
    <ol className={styles.list}>
      {groups.map((group) => (
        <li key={group} className={styles.group}>
          <Caption1Strong className={styles.groupTitle}>{groupTitles[group]}</Caption1Strong>
          <ol className={styles.list}>
            {props.steps
              .filter((step) => step.group === group)
              .map((step) => (
                <li key={step.id} className={styles.step}>
                  <Entry step={step} isLocked={props.isLocked} onOpen={props.onOpen} />
                </li>
              ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Entry(props: {
  readonly step: StepItem;
  readonly isLocked: boolean;
  readonly onOpen: (step: StepId) => void;
}) {
  const styles = useStyles();
  const { id, mark, title } = props.step;
  const words = (
    <span>
      {title}
      <HiddenText>, {shellText.stepStates[mark]}</HiddenText>
    </span>
  );
  if (mark === 'not-reached')
    return (
      <span className={styles.waiting}>
        <StepIcon mark={mark} />
        {words}
      </span>
    );
  return (
    <Button
      appearance="subtle"
      icon={<StepIcon mark={mark} />}
      className={mergeClasses(styles.button, mark === 'current' && styles.current)}
      aria-current={mark === 'current' ? 'step' : undefined}
      disabledFocusable={props.isLocked && mark !== 'current'}
      onClick={() => props.onOpen(id)}
    >
      {words}
    </Button>
  );
}
