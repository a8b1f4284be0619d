import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { practiceText as text } from '../../core/texts/pages/practice.ts';
import { useWizard } from '../hooks/wizard-context.tsx';

/** Says on Start and on Apply that the practice deployment makes faults, and which; nothing while it makes none. */
export function FaultReminder() {
  const mode = useWizard((state) => state.mode);
  const faults = useWizard((state) => state.practice.faults);
  if (mode !== 'practice' || faults.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.armedTitle(faults.length)}</MessageBarTitle>
        {faults.map((fault) => `${text.fault(fault)}: ${text.kinds[fault.kind].hint}`).join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}
