import {
  Body1,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type Plan, blockersOf, pendingChanges, removedProviders, warningsOf } from '../../../core/plan/plan.ts';
import { applyText as text } from '../../../core/texts/pages/apply.ts';
import { reviewText } from '../../../core/texts/pages/review.ts';
import { stepTitles } from '../../../core/texts/pages/steps.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { ProblemSummary } from '../../components/problem-summary.tsx';
import { unreadWarnings } from '../../state/page-problems.ts';
import { useActions, useWizard, useWizardParts } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  ready: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalL },
  paragraph: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});

/** What stands ready to be applied, with the button that asks; or why nothing can be. */
export function ApplyReady({ plan, onAsk }: { readonly plan: Plan; readonly onAsk: () => void }) {
  const styles = useStyles();
  const mode = useWizard((state) => state.mode);
  const pending = pendingChanges(plan);
  if (blockersOf(plan).length > 0) return <Blocked plan={plan} />;
  if (pending.length === 0)
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.nothingTitle}</MessageBarTitle>
          {text.nothing}
        </MessageBarBody>
      </MessageBar>
    );
  return (
    <div className={styles.ready}>
      <UnreadWarnings />
      <Body1 as="p" className={styles.paragraph}>
        {text.ready(pending.length, mode === 'local' ? plan.product.name : text.practiceName)}
      </Body1>
      <ApplyButton count={pending.length} onAsk={onAsk} />
    </div>
  );
}

function Blocked({ plan }: { readonly plan: Plan }) {
  const { openStep } = useActions();
  return (
    <ProblemSummary
      id="blocked"
      title={reviewText.blockedTitle}
      problems={blockersOf(plan).map(({ id, message, step }) => ({
        key: id,
        text: message,
        onOpen: step === null ? null : () => openStep(step),
      }))}
    />
  );
}

/** The page was opened past Review, where each warning has its checkbox. */
function UnreadWarnings() {
  const { openStep } = useActions();
  const unread = useWizardParts(unreadWarnings);
  if (unread.length === 0) return null;
  return (
    <ProblemSummary
      id="unread"
      title={text.unreadTitle}
      problems={unread.map(({ id, message }) => ({ key: id, text: message, onOpen: null }))}
      actions={
        <Button appearance="primary" onClick={() => openStep('review')}>
          {reviewText.openPage(stepTitles.review)}
        </Button>
      }
    />
  );
}

function ApplyButton({ count, onAsk }: { readonly count: number; readonly onAsk: () => void }) {
  const isReady = useWizard((state) => unreadWarnings(state).length === 0);
  return (
    <Button
      appearance={isReady ? 'primary' : 'secondary'}
      size="large"
      disabledFocusable={!isReady}
      aria-haspopup="dialog"
      aria-describedby={isReady ? undefined : 'unread'}
      onClick={onAsk}
    >
      {text.apply(count)}
    </Button>
  );
}

/** The question before anything is changed. It stays mounted until it has closed, whatever becomes of the plan. */
export function ApplyDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const styles = useStyles();
  const { startRun } = useActions();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const mode = useWizard((state) => state.mode);
  const loaded = useWizard((state) => state.plan);
  const plan = loaded.status === 'ready' ? loaded.value : null;
  const missing = plan ? removedProviders(plan).filter((identity) => typed.get(identity)?.trim() !== identity) : [];
  return (
    <ConfirmDialog
      isOpen={isOpen && plan !== null}
      title={text.confirmTitle(plan ? pendingChanges(plan).length : 0)}
      yes={text.confirmYes}
      no={text.confirmNo}
      notReady={missing.length > 0 ? text.notReady(missing) : null}
      onAnswer={(isAgreed) => {
        setTyped(new Map());
        onClose();
        if (isAgreed) void startRun();
      }}
    >
      {plan && (
        <>
          <Body1 as="p" className={styles.paragraph}>
            {mode === 'local' ? text.confirmLocal(plan.product.name) : text.confirmPractice}
          </Body1>
          <Removals plan={plan} />
          <ReadWarnings plan={plan} />
          <TypedNames
            identities={removedProviders(plan)}
            typed={typed}
            onType={(identity, value) => setTyped(new Map(typed).set(identity, value))}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

function Removals({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const removals = pendingChanges(plan).filter((change) => change.destructive);
  if (removals.length === 0) return <Body1>{text.confirmNoRemovals}</Body1>;
  return (
    <div className={styles.part}>
      <Body1>{text.confirmRemovals}</Body1>
      <ul className={styles.list}>
        {removals.map(({ id, sentence }) => (
          <li key={id}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function ReadWarnings({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const warnings = warningsOf(plan);
  if (warnings.length === 0) return null;
  return (
    <div className={styles.part}>
      <Body1>{text.confirmWarnings}</Body1>
      <ul className={styles.list}>
        {warnings.map(({ id, message }) => (
          <li key={id}>{message}</li>
        ))}
      </ul>
    </div>
  );
}

/** One field a provider that is removed: a name that is typed is a name that was read. */
function TypedNames(props: {
  readonly identities: readonly string[];
  readonly typed: ReadonlyMap<string, string>;
  readonly onType: (identity: string, value: string) => void;
}) {
  const styles = useStyles();
  const { identities, typed, onType } = props;
  if (identities.length === 0) return null;
  return (
    <div className={styles.part}>
      <Body1 as="p" className={styles.paragraph}>
        {text.typeReason}
      </Body1>
      {identities.map((identity) => {
        const value = typed.get(identity) ?? '';
        const isOther = value !== '' && !identity.startsWith(value.trim());
        return (
          <Field
            key={identity}
            label={text.typeName(identity)}
            validationState={isOther ? 'error' : 'none'}
            validationMessage={isOther ? text.typedOther : null}
          >
            <Input
              value={value}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, data) => onType(identity, data.value)}
            />
          </Field>
        );
      })}
    </div>
  );
}
