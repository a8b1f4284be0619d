import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { agreementText } from '../../core/texts/pages/agreement.ts';
import { reviewText } from '../../core/texts/pages/review.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { useActions } from '../hooks/wizard-context.tsx';

/** Stands in for a page of the request when the request is left out. */
export function ProvisioningLeftOut() {
  const { openStep } = useActions();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{agreementText.leftOut}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => openStep('agreement')}>{reviewText.openPage(stepTitles.agreement)}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
