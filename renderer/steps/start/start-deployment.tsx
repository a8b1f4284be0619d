import {
  Button,
  Card,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import { startText } from '../../../core/texts/pages/start.ts';
import { shellText } from '../../../core/texts/pages/shell.ts';
import { unreadLines } from '../../../core/deployment/unread-texts.ts';
import type { ConnectedDeployment } from '../../../core/contract/contract.ts';
import { type DeploymentKind, type Snapshot, isRead } from '../../../core/deployment/deployment.ts';
import type { Failure } from '../../../core/failure.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { Lines } from '../../components/lines.tsx';
import { Loading } from '../../components/loading.tsx';
import { Section } from '../../components/section.tsx';
import { fieldId } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { PracticeSetup } from './start-practice.tsx';
import { UnfinishedRun } from './start-unfinished.tsx';

const useStyles = makeStyles({ panel: { rowGap: tokens.spacingVerticalL }, actions: { display: 'flex' } });

/** The chosen deployment: a run on it that waits for a decision, how far it is known, and how one practises on it. */
export function DeploymentPart({ mode }: { readonly mode: DeploymentKind }) {
  return (
    <>
      <UnfinishedRun />
      <DeploymentPanel mode={mode} />
      {mode === 'practice' && <PracticeSetup />}
    </>
  );
}

/** How far it is known: being looked for, read, there, or what went wrong and what else there is. */
function DeploymentPanel({ mode }: { readonly mode: DeploymentKind }) {
  const styles = useStyles();
  const deployment = useWizard((state) => state.deployment);
  return (
    <Card
      id={fieldId('$.deployment')}
      tabIndex={-1}
      appearance="filled-alternative"
      size="large"
      className={styles.panel}
    >
      {(deployment.status === 'none' || deployment.status === 'connecting') && (
        <Loading label={startText.connecting[mode]} />
      )}
      {deployment.status === 'reading' && <Loading label={startText.reading} />}
      {deployment.status === 'ready' && <Known connected={deployment.connected} snapshot={deployment.snapshot} />}
      {deployment.status === 'failed' && <Unknown mode={mode} failure={deployment.failure} />}
    </Card>
  );
}

/** How many there are of a kind; null where that could not be read. */
function countOf(snapshot: Snapshot, part: 'publicProviders' | 'externalAccessPolicies' | 'sipDomains'): number | null {
  return isRead(snapshot, part) ? snapshot[part].length : null;
}

interface KnownDeployment {
  readonly connected: ConnectedDeployment;
  readonly snapshot: Snapshot;
}

function Known({ connected, snapshot }: KnownDeployment) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { readDeployment } = useActions();
  const { product } = connected.connection;
  useEffect(() => announce(startText.readyAnnounced(product.name), { polite: true }), [announce, product.name]);
  return (
    <Section title={startText.ready}>
      <Warnings connected={connected} snapshot={snapshot} />
      <FactList
        facts={[
          { label: startText.facts.product, value: [product.name, product.version].filter(Boolean).join(', ') },
          {
            label: startText.facts.found,
            value: startText.found(
              countOf(snapshot, 'publicProviders'),
              countOf(snapshot, 'externalAccessPolicies'),
              countOf(snapshot, 'sipDomains'),
            ),
          },
        ]}
      />
      <Details connected={connected} />
      <div className={styles.actions}>
        <Button onClick={() => void readDeployment()}>{startText.readAgain}</Button>
      </div>
    </Section>
  );
}

/** What is to be known before anything else: a state that was moved aside, a 32-bit PowerShell, what cannot be read. */
function Warnings({ connected: { connection, movedAside }, snapshot }: KnownDeployment) {
  return (
    <>
      {movedAside !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{startText.practiceMovedAside(movedAside)}</MessageBarBody>
        </MessageBar>
      )}
      {!connection.powershell.is64Bit && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{startText.not64Bit}</MessageBarBody>
        </MessageBar>
      )}
      {snapshot.unreadable.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{startText.unreadable}</MessageBarTitle>
            <Lines
              lines={unreadLines(snapshot.unreadable.map(({ part, error }) => ({ part, message: error.message })))}
            />
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}

/** Which module and which PowerShell answer. */
function Details({ connected: { connection, powershellPath } }: { readonly connected: ConnectedDeployment }) {
  const { module, powershell } = connection;
  const { facts } = startText;
  const engine = startText.engine(powershell.version, powershell.edition, powershell.is64Bit);
  return (
    <Disclosure label={startText.details}>
      <FactList
        facts={[
          { label: facts.module, value: `${module.name} ${module.version}` },
          { label: facts.modulePath, value: module.path },
          { label: facts.powershell, value: engine },
          { label: facts.powershellPath, value: powershellPath },
        ]}
      />
    </Disclosure>
  );
}

/** What went wrong, with the two ways that still work. Practice needs a PowerShell too. */
function Unknown({ mode, failure }: { readonly mode: DeploymentKind; readonly failure: Failure }) {
  const { chooseMode, openLink, readDeployment } = useActions();
  const canPractise = mode === 'local' && failure.kind !== 'powershell-missing';
  return (
    <>
      <FailureBar
        failure={failure}
        actions={
          <>
            <Button onClick={() => void readDeployment()}>{shellText.retry}</Button>
            {canPractise && <Button onClick={() => chooseMode('practice')}>{startText.choosePractice}</Button>}
            <Button onClick={() => chooseMode('prepare')}>{startText.choosePrepare}</Button>
            {failure.kind === 'module-missing' && (
              <Button appearance="transparent" onClick={() => openLink('management-shell')}>
                {startText.aboutShell}
              </Button>
            )}
          </>
        }
      />
    </>
  );
}
