import { Body1, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { confirmationText as text } from '../../core/texts/pages/confirmation.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Section } from '../components/section.tsx';
import { requestFacts, requestText } from '../request-facts.ts';
import { StepPage } from '../step-page.tsx';
import { useActions, useWizard } from '../wizard-context.tsx';
import { RequestLeftOut } from './request-left-out.tsx';

const MAX_LINES = 12;

const useStyles = makeStyles({
  paragraph: { margin: 0, maxWidth: '720px', color: tokens.colorNeutralForeground2 },
});

/** The request in one place, to be copied, and what to expect of it. */
export function ConfirmationPage() {
  const styles = useStyles();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles.confirmation} lead={text.lead}>
      {keepsRequest ? <Details /> : <RequestLeftOut />}
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.closedTitle}</MessageBarTitle>
          {text.closedBody}
        </MessageBarBody>
      </MessageBar>
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
  const facts = requestFacts(useWizard((state) => state.form));
  return (
    <Section title={text.fields}>
      <FactList
        facts={facts.map(({ label, value }) => ({
          label,
          value: shortened(value),
          action: <CopyButton name={label} onCopy={() => copy(value)} />,
        }))}
      />
      <div>
        <CopyButton name={text.all} label={text.copyAll} onCopy={() => copy(requestText(facts))} />
      </div>
    </Section>
  );
}

/** A long list shows its beginning; what is copied is whole. */
function shortened(value: string): string {
  const lines = value.split('\n');
  if (lines.length <= MAX_LINES) return value;
  return [...lines.slice(0, MAX_LINES), text.more(lines.length - MAX_LINES)].join('\n');
}
