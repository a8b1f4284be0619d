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
import { startText } from '../../core/texts/pages/start.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { type Draft, WIZARD_MODES } from '../../core/wizard.ts';
import { RadioLabel } from '../components/radio-label.tsx';
import { fieldId, useField } from '../use-field.ts';
import { useFlush } from '../components/use-flush.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';
import { DeploymentPanel, ProductChoice } from './start-parts.ts';

const useStyles = makeStyles({
  changes: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  question: { rowGap: tokens.spacingVerticalS },
});

/** What the wizard does, what has changed since it was thought of, and which deployment to work on. */
export function StartPage() {
  const styles = useStyles();
  const draft = useWizard((state) => state.draftOffer);
  const movedAside = useWizard((state) => state.draftMovedAside);
  return (
    <StepPage title={startText.heading} lead={startText.lead}>
      {movedAside !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{startText.draftMovedAside(movedAside)}</MessageBarBody>
        </MessageBar>
      )}
      {draft ? <DraftOffer draft={draft} /> : <DeploymentChoice />}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{startText.changedTitle}</MessageBarTitle>
          <ul className={styles.changes}>
            <li>{startText.changedPortal}</li>
            <li>{startText.changedSkype}</li>
          </ul>
        </MessageBarBody>
      </MessageBar>
    </StepPage>
  );
}

function DraftOffer({ draft }: { readonly draft: Draft }) {
  const { continueDraft, discardDraft } = useActions();
  return (
    <MessageBar intent="info" layout="multiline" id={fieldId('$.draft')}>
      <MessageBarBody>
        <MessageBarTitle>{startText.draftTitle}</MessageBarTitle>
        {startText.draftBody(stepTitles[draft.step], savedWhen(draft.savedAt))}
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

function savedWhen(savedAt: string): string {
  const date = new Date(savedAt);
  if (Number.isNaN(date.getTime())) return savedAt;
  return `on ${date.toLocaleDateString('en-GB', { dateStyle: 'long' })} at ${date.toLocaleTimeString('en-GB', { timeStyle: 'short' })}`;
}

function DeploymentChoice() {
  const flush = useFlush();
  const styles = useStyles();
  const { chooseMode } = useActions();
  const mode = useWizard((state) => state.mode);
  const { id, onBlur, validation } = useField('$.mode');
  return (
    <>
      <Field label={startText.choose} size="large" {...validation}>
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
      <Suspense>
        {mode === 'prepare' && <ProductChoice />}
        {(mode === 'local' || mode === 'practice') && <DeploymentPanel mode={mode} />}
      </Suspense>
    </>
  );
}
