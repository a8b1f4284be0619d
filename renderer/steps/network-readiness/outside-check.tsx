import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { readinessTexts } from '../../../core/readiness/readiness-texts.ts';
import { outsideCheckText } from '../../../core/readiness/outside-check.ts';
import { READINESS_DEFAULTS } from '../../../core/readiness/readiness-question.ts';
import { readinessPageTexts as text } from '../../../core/texts/pages/network-readiness.ts';
import { CodeBlock } from '../../components/code-block.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { Section } from '../../components/section.tsx';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { readinessTargets } from '../../state/readiness-targets.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  wide: { alignSelf: 'stretch', minWidth: 0 },
  field: { width: '100%', maxWidth: '620px' },
  textarea: { maxHeight: '240px', fontFamily: tokens.fontFamilyMonospace },
});

/** The text for somebody outside, and the place for what they found. */
export function ReadinessOutside() {
  const styles = useStyles();
  return (
    <Section title={text.outside} lead={text.outsideLead}>
      <div className={styles.part}>
        <OutsideCheck />
        <Paste />
      </div>
    </Section>
  );
}

function OutsideCheck() {
  const styles = useStyles();
  const { copy } = useActions();
  const form = useWizard((state) => state.form);
  const facts = useWizard((state) => state.readiness?.result?.facts ?? null);
  const { domains, edge, edges } = readinessTargets({ form, dnsServers: '' });
  if (domains.length === 0) return null;
  const written = () => outsideCheckText({ domains, edge, edges, tlsPort: READINESS_DEFAULTS.tlsPort, facts });
  return (
    <>
      <CopyButton name={text.handOff} label={text.copyHandOff} onCopy={() => copy(written())} />
      <div className={styles.wide}>
        <Disclosure label={text.showHandOff}>
          <Written written={written} />
        </Disclosure>
      </div>
    </>
  );
}

/** Written when it is unfolded: with thousands of domains it is long. */
function Written({ written }: { readonly written: () => string }) {
  return <CodeBlock text={written()} />;
}

function Paste() {
  const styles = useStyles();
  const { pasteReadiness } = useActions();
  const [pasted, setPasted] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const take = async () => {
    const isTaken = await pasteReadiness(pasted);
    setIsRefused(!isTaken);
    if (isTaken) setPasted('');
  };
  return (
    <>
      <Field
        className={styles.field}
        label={text.paste}
        hint={text.pasteHint}
        {...(isRefused ? { validationState: 'error', validationMessage: readinessTexts.notAResult } : {})}
      >
        <Textarea
          textarea={{ className: styles.textarea }}
          value={pasted}
          spellCheck={false}
          onChange={(_, { value }) => {
            setPasted(value);
            setIsRefused(false);
          }}
        />
      </Field>
      <Button disabledFocusable={pasted.trim() === ''} onClick={() => void take()}>
        {text.take}
      </Button>
    </>
  );
}
