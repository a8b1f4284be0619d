import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Finding } from '../../../core/finding.ts';
import { type Plan, blockersOf } from '../../../core/plan/plan.ts';
import { reviewText as text } from '../../../core/texts/pages/review.ts';
import { stepTitles } from '../../../core/texts/pages/steps.ts';
import { HiddenText } from '../../components/hidden-text.tsx';
import { Section } from '../../components/section.tsx';
import { isAcknowledged, unreadWarnings, warningField } from '../../state/page-problems.ts';
import { fieldId } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  line: { display: 'block', overflowWrap: 'anywhere' },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  read: { display: 'block', marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

const ORDER = ['blocker', 'warning', 'note'] as const;

/** What the checks found, before anything else: what stops, what has to be read, what is good to know. */
export function Findings({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const isPrepared = useWizard((state) => state.mode === 'prepare');
  const unread = useWizard((state) => unreadWarnings(state).length);
  if (plan.findings.length === 0) return null;
  const sorted = ORDER.flatMap((severity) => plan.findings.filter((finding) => finding.severity === severity));
  return (
    <Section
      title={text.findingsTitle}
      {...(isPrepared ? {} : { lead: text.findingsLead(blockersOf(plan).length, unread) })}
    >
      <div className={styles.list}>
        {sorted.map((finding) => (
          <FindingBar key={finding.id} finding={finding} isAsked={finding.severity === 'warning' && !isPrepared} />
        ))}
      </div>
    </Section>
  );
}

const INTENTS = { blocker: 'error', warning: 'warning', note: 'info' } as const satisfies Record<
  Finding['severity'],
  string
>;

/** One finding: what is so, what to do, the page that mends it. `isAsked`: it has to be acknowledged. */
function FindingBar({ finding, isAsked }: { readonly finding: Finding; readonly isAsked: boolean }) {
  const styles = useStyles();
  const { openStep } = useActions();
  const { severity, message, remedy, step } = finding;
  return (
    <MessageBar intent={INTENTS[severity]} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.findings[severity]}</MessageBarTitle>
        <span className={styles.line}>{message}</span>
        {remedy !== '' && (
          <span className={styles.line}>
            {text.remedy} {remedy}
          </span>
        )}
        {isAsked && <HaveRead warning={finding} />}
      </MessageBarBody>
      {step !== null && (
        <MessageBarActions>
          <Button onClick={() => openStep(step)}>{text.openPage(stepTitles[step])}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function HaveRead({ warning }: { readonly warning: Finding }) {
  const styles = useStyles();
  const { acknowledge } = useActions();
  const isRead = useWizard((state) => isAcknowledged(state, warning));
  const path = useWizard((state) => warningField(state.plan, warning));
  return (
    <span className={styles.read}>
      <Checkbox
        id={fieldId(path)}
        label={
          <>
            {text.haveRead}
            <HiddenText>: {warning.message}</HiddenText>
          </>
        }
        checked={isRead}
        onChange={(_, { checked }) => acknowledge(warning.id, checked === true)}
      />
    </span>
  );
}
