import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { FailureBar } from '../components/failure-bar.tsx';
import type { Loadable } from '../state/state.ts';

/** What came of saving: where the file is, or why there is none; nothing when the dialog was closed. */
export function SavingOutcome(props: {
  readonly state: Loadable<string | null>;
  readonly saved: (path: string) => string;
}) {
  const { state, saved } = props;
  if (state.status === 'failed') return <FailureBar failure={state.failure} />;
  if (state.status !== 'ready' || state.value === null) return null;
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>{saved(state.value)}</MessageBarBody>
    </MessageBar>
  );
}
