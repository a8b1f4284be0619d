import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Radio,
  RadioGroup,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Draft } from '../../core/wizard/draft.ts';
import { GOALS } from '../../core/goal.ts';
import { startText } from '../../core/texts/pages/start.ts';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import { WIZARD_MODES } from '../../core/steps.ts';
import { RadioLabel } from '../components/radio-label.tsx';
import { useFlush } from '../components/use-flush.ts';
import { whenText } from '../components/when-text.ts';
import { fieldId, useField } from '../hooks/use-field.ts';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { isCheckOfNothing } from '../state/page-problems.ts';
import { DeploymentPart, ProductChoice } from './start/start-parts.ts';

const useStyles = makeStyles({
  question: { rowGap: tokens.spacingVerticalXS },
});

/** What is wanted, of which deployment, and what has changed since the wizard was thought of. */
export function StartPage() {
  const draft = useWizard((state) => state.draftOffer);
  const movedAside = useWizard((state) => state.draftMovedAside);
  return (
    <StepPage title={startText.heading} lead={startText.lead}>
      {movedAside !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{startText.draftMovedAside(movedAside)}</MessageBarBody>
        </MessageBar>
      )}
      {draft ? <DraftOffer draft={draft} /> : <Choices />}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{startText.changedTitle}</MessageBarTitle>
          {startText.changedSkype} {startText.changedPortal}
        </MessageBarBody>
      </MessageBar>
    </StepPage>
  );
}

function DraftOffer({ draft }: { readonly draft: Draft }) {
  const { continueDraft, discardDraft } = useActions();
  const { step, form, savedAt } = draft;
  return (
    <MessageBar intent="info" layout="multiline" id={fieldId('$.draft')}>
      <MessageBarBody>
        <MessageBarTitle>{startText.draftTitle}</MessageBarTitle>
        {startText.draftBody(form.goal, stepTitle(step, form.goal), whenText(savedAt))}
      </MessageBarBody>
      <MessageBarActions>
        <Button appearance="primary" onClick={continueDraft}>
          {startText.draftContinue}
        </Button>
        <Button onClick={discardDraft}>{startText.draftNew}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Choices() {
  const mode = useWizard((state) => state.mode);
  const isImpossible = useWizard(isCheckOfNothing);
  return (
    <>
      <GoalChoice />
      <ModeChoice />
      <Suspense>
        {mode === 'prepare' && !isImpossible && <ProductChoice />}
        {(mode === 'local' || mode === 'practice') && <DeploymentPart mode={mode} />}
      </Suspense>
    </>
  );
}

function GoalChoice() {
  const flush = useFlush();
  const styles = useStyles();
  const { chooseGoal } = useActions();
  const goal = useWizard((state) => state.form.goal);
  return (
    <Field label={startText.goal} size="large">
      <RadioGroup
        className={mergeClasses(flush.control, styles.question)}
        value={goal}
        onChange={(_, { value }) => {
          const chosen = GOALS.find((one) => one === value);
          if (chosen) chooseGoal(chosen);
        }}
      >
        {GOALS.map((one) => (
          <Radio key={one} value={one} label={<RadioLabel {...startText.goals[one]} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function ModeChoice() {
  const flush = useFlush();
  const styles = useStyles();
  const { chooseMode } = useActions();
  const mode = useWizard((state) => state.mode);
  const isImpossible = useWizard(isCheckOfNothing);
  const { id, onBlur, validation } = useField('$.mode');
  return (
    <Field
      label={startText.choose}
      size="large"
      {...(isImpossible
        ? ({ validationState: 'warning', validationMessage: startText.nothingToCheck } as const)
        : validation)}
    >
      <RadioGroup
        className={mergeClasses(flush.control, styles.question)}
        id={id}
        value={mode ?? ''}
        onBlur={onBlur}
        onChange={(_, { value }) => {
          const chosen = WIZARD_MODES.find((one) => one === value);
          if (chosen) chooseMode(chosen);
        }}
      >
        {WIZARD_MODES.map((one) => (
          <Radio key={one} value={one} label={<RadioLabel {...startText.modes[one]} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}
