import {
  Body1,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { confirmationText as text } from '../../core/texts/pages/confirmation.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Section } from '../components/section.tsx';
import { useActions, useWizard } from '../hooks/wizard-context.tsx';
import { ProvisioningLeftOut } from '../shell/provisioning-left-out.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { provisioningFacts, textOfFacts } from './confirmation/provisioning-facts.ts';
import { ProvisioningRecordView } from './confirmation/provisioning-record.tsx';

const MAX_LINES = 12;

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3 },
  paragraph: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
});

/** The request in one place, to be copied, and what to expect of it. */
export function ConfirmationPage() {
  const styles = useStyles();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles.confirmation} lead={text.lead}>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.closedTitle}</MessageBarTitle>
          {text.closedBody}
        </MessageBarBody>
      </MessageBar>
      {keepsRequest ? (
        <>
          <Details />
          <ProvisioningRecordView />
        </>
      ) : (
        <ProvisioningLeftOut />
      )}
      <Section title={text.timeTitle}>
        <Body1 as="p" className={styles.paragraph}>
          {text.time}
        </Body1>
        <Body1 as="p" className={styles.paragraph}>
          {text.counts}
        </Body1>
      </Section>
    </StepPage>
  );
}

function Details() {
  const { copy } = useActions();
  const facts = provisioningFacts(useWizard((state) => state.form));
  return (
    <Section title={text.fields}>
      <FactList
        facts={facts.map(({ label, value, hint }) => ({
          label,
          value: hint === undefined ? shortened(value) : <Hinted value={value} hint={hint} />,
          action: <CopyButton name={label} onCopy={() => copy(value)} />,
        }))}
      />
      <div>
        <CopyButton name={text.all} label={text.copyAll} onCopy={() => copy(textOfFacts(facts))} />
      </div>
    </Section>
  );
}

/** A value with a word on which one is meant. */
function Hinted({ value, hint }: { readonly value: string; readonly hint: string }) {
  const styles = useStyles();
  return (
    <>
      {value}
      <Caption1 block className={styles.hint}>
        {hint}
      </Caption1>
    </>
  );
}

/** A long list shows its beginning; what is copied is whole. */
function shortened(value: string): string {
  const lines = value.split('\n');
  if (lines.length <= MAX_LINES) return value;
  return [...lines.slice(0, MAX_LINES), text.more(lines.length - MAX_LINES)].join('\n');
}
