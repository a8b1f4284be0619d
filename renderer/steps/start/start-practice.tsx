import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Body1,
  Button,
  Field,
  Select,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useState } from 'react';
import { practiceText as text } from '../../../core/texts/pages/practice.ts';
import { PREPARED_PRODUCTS, PREPARED_PRODUCT_IDS, isPreparedProduct } from '../../../core/deployment/products.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Section } from '../../components/section.tsx';
import { useFlush } from '../../components/use-flush.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { FaultReminder } from '../../shell/fault-reminder.tsx';
import { PracticeFaults } from './practice-faults.tsx';

const useStyles = makeStyles({
  product: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
  },
  profile: { flexGrow: 1, maxWidth: '480px' },
  // Beside the list, not beside its label.
  reset: { marginTop: '26px', '@media (max-width: 960px)': { marginTop: 0 } },
  paragraph: { margin: 0 },
  panel: { margin: 0, paddingTop: tokens.spacingVerticalM },
});

/** What the practice deployment behaves as, and what goes wrong on it on purpose. */
export function PracticeSetup() {
  const styles = useStyles();
  const flush = useFlush();
  const { choosePractice } = useActions();
  const practice = useWizard((state) => state.practice);
  return (
    <Section title={text.title}>
      <FaultReminder />
      <div className={styles.product}>
        <Field label={text.profile} hint={text.profileHint} className={styles.profile}>
          <Select
            value={practice.profile}
            onChange={(_, { value }) => {
              if (isPreparedProduct(value)) void choosePractice({ ...practice, profile: value });
            }}
          >
            {PREPARED_PRODUCT_IDS.filter(isPreparedProduct).map((one) => (
              <option key={one} value={one}>
                {PREPARED_PRODUCTS[one].name}
              </option>
            ))}
          </Select>
        </Field>
        <Reset />
      </div>
      <Accordion collapsible className={flush.control}>
        <AccordionItem value="faults">
          <AccordionHeader>{text.faults}</AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <PracticeFaults />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </Section>
  );
}

function Reset() {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const { resetPractice } = useActions();
  const [isAsking, setIsAsking] = useState(false);
  const reset = async () => {
    await resetPractice();
    announce(text.resetDone, { polite: true });
  };
  return (
    <div className={styles.reset}>
      <Button aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {text.reset}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={text.resetTitle}
        yes={text.resetYes}
        no={text.resetNo}
        onAnswer={(isAgreed) => {
          setIsAsking(false);
          if (isAgreed) void reset();
        }}
      >
        <Body1 as="p" className={styles.paragraph}>
          {text.resetBody}
        </Body1>
      </ConfirmDialog>
    </div>
  );
}
