import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { stepTitle } from '../../core/texts/pages/steps.ts';
import { unfinishedText as text } from '../../core/texts/pages/unfinished-run.ts';
import { StepPage } from '../shell/step-page.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';

/** In the place of Review and Apply while a run waits for a decision: no second one is made on top of it. */
export function HeldBackPage() {
  const { openStep } = useActions();
  const title = useWizard(({ step, form }) => stepTitle(step, form.goal));
  return (
    <StepPage title={title} lead={text.heldBackLead}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.heldBackTitle}</MessageBarTitle>
          {text.heldBackBody}
        </MessageBarBody>
        <MessageBarActions>
          <Button appearance="primary" onClick={() => openStep('start')}>
            {text.toStart}
          </Button>
        </MessageBarActions>
      </MessageBar>
    </StepPage>
  );
}
