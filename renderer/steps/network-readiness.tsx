import {
  Body1,
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReadinessProgress } from '../../core/readiness/readiness-progress.ts';
import { readinessPageTexts as text } from '../../core/texts/pages/network-readiness.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { FailureBar } from '../components/failure-bar.tsx';
import { ReadinessResults } from '../components/readiness-results.tsx';
import { Section } from '../components/section.tsx';
import { readinessTargets } from '../state/readiness-targets.ts';
import { StepPage } from '../shell/step-page.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { ReadinessOutside } from './network-readiness/outside-check.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalL },
  text: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
  servers: { width: '100%', maxWidth: '620px' },
  wide: { alignSelf: 'stretch' },
  lines: { display: 'block' },
});

/** How the domains look from outside, as far as this computer can see it. Advice: it never holds up the way. */
export function NetworkReadinessPage() {
  const progress = useWizard((state) => state.readiness);
  const { copy, recallReadiness } = useActions();
  useEffect(() => void recallReadiness(), [recallReadiness]);
  useAnnouncedEnd(progress);
  return (
    <StepPage title={stepTitles['network-readiness']} lead={text.lead}>
      <Question />
      {progress && (
        <Section title={text.results} aside={<CopyResult progress={progress} />}>
          <StateBar key={progress.state} progress={progress} />
          <ReadinessResults progress={progress} onCopy={copy} />
        </Section>
      )}
      <ReadinessOutside />
    </StepPage>
  );
}

/** What will be looked at, and the button that begins it. */
function Question() {
  const styles = useStyles();
  const { editDnsServers, checkReadiness } = useActions();
  const form = useWizard((state) => state.form);
  const dnsServers = useWizard((state) => state.dnsServers);
  const progress = useWizard((state) => state.readiness);
  const request = useWizard((state) => state.readinessRequest);
  const { domains, unusable } = readinessTargets({ form, dnsServers });
  const isChecking = progress?.state === 'checking' || request.status === 'loading';
  return (
    <div className={styles.part}>
      <Body1 as="p" className={styles.text}>
        {text.sends}
      </Body1>
      <Field
        className={styles.servers}
        label={text.servers}
        hint={text.serversHint}
        {...(unusable.length > 0 ? { validationState: 'error', validationMessage: text.notServers(unusable) } : {})}
      >
        <Input
          value={dnsServers}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => editDnsServers(value)}
        />
      </Field>
      <Body1>{domains.length === 0 ? text.noDomains : text.about(domains.length)}</Body1>
      {request.status === 'failed' && <FailureBar failure={request.failure} />}
      <Button
        disabled={domains.length === 0 || unusable.length > 0}
        disabledFocusable={isChecking}
        onClick={() => void checkReadiness()}
      >
        {progress ? text.checkAgain : text.check}
      </Button>
    </div>
  );
}

/** A check that has ended well is green; one that found something that blocks is not. */
function intentOf({ state, result }: ReadinessProgress): 'info' | 'success' | 'warning' {
  if (state !== 'ended' || !result) return 'info';
  if (result.counts.blocking > 0) return 'warning';
  return result.counts['cannot-tell'] > 0 ? 'info' : 'success';
}

function StateBar({ progress }: { readonly progress: ReadinessProgress }) {
  const styles = useStyles();
  const { cancelReadiness } = useActions();
  const { state, domains, result } = progress;
  const done = domains.filter(({ status }) => status !== null).length;
  return (
    <div className={styles.wide}>
      <MessageBar intent={intentOf(progress)} politeness="polite" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.states[state]}</MessageBarTitle>
          <span className={styles.lines}>
            {result ? text.counts(result.counts) : text.progress(done, domains.length)}
          </span>
          {state === 'cancelled' && <span className={styles.lines}>{text.kept}</span>}
          {result && <span className={styles.lines}>{text.seen(result.seenFrom, result.endedAt)}</span>}
        </MessageBarBody>
        {state === 'checking' && (
          <MessageBarActions>
            <Button onClick={() => void cancelReadiness()}>{text.cancel}</Button>
          </MessageBarActions>
        )}
      </MessageBar>
      {state === 'checking' && (
        <ProgressBar value={done} max={domains.length} aria-label={text.progress(done, domains.length)} />
      )}
    </div>
  );
}

function CopyResult({ progress }: { readonly progress: ReadinessProgress }) {
  const { copy } = useActions();
  const { result } = progress;
  if (!result) return null;
  return (
    <CopyButton
      name={text.result}
      label={text.copyResult}
      onCopy={() => copy(`${JSON.stringify(result.facts, null, 2)}\n`)}
    />
  );
}

/** Tells a screen reader of each result that comes while the page is open, with its counts. */
function useAnnouncedEnd(progress: ReadinessProgress | null): void {
  const { announce } = useAnnounce();
  const known = useRef(progress?.result ?? null);
  useEffect(() => {
    if (!progress?.result || progress.result === known.current) return;
    known.current = progress.result;
    announce(`${text.states[progress.state]}. ${text.counts(progress.result.counts)}`, { polite: true });
  }, [announce, progress]);
}
