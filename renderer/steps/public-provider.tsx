import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { productThatBrought } from '../../core/deployment/products.ts';
import { providerText as text } from '../../core/texts/pages/public-provider.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { problemsOfPage } from '../state/page-problems.ts';
import { missingParameters } from '../state/planning-facts.ts';
import { StepPage } from '../shell/step-page.tsx';
import { usePlanningFacts } from '../hooks/use-planning-facts.ts';
import { useWizard } from '../hooks/wizard-context.tsx';
import { FlagField, LevelField, TextField, type TextName } from './public-provider/public-provider-fields.tsx';
import { ProviderRemoval } from './public-provider/public-provider-removal.tsx';

const ADVANCED: readonly TextName[] = ['iconUrl', 'nameDecorationRoutingDomain', 'nameDecorationExcludedDomains'];

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, maxWidth: '560px' },
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBlock: tokens.spacingVerticalM,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** The provider to create, and which providers make way for it. */
export function PublicProviderPage() {
  const styles = useStyles();
  return (
    <StepPage title={stepTitles['public-provider']} lead={text.lead}>
      <div className={styles.fields}>
        <TextField name="identity" label={text.identity} hint={text.identityHint} />
        <TextField name="proxyFqdn" label={text.proxyFqdn} hint={text.proxyFqdnHint} />
        <LevelField />
        <FlagField name="enabled" label={text.enabled} hint={text.enabledHint} />
        <AdvancedFields />
      </div>
      <LeftOut />
      <ProviderRemoval />
    </StepPage>
  );
}

/** Everything that the product does not have, in one place: since when there is it, and what is done without. */
function LeftOut() {
  const styles = useStyles();
  const facts = usePlanningFacts();
  const missing = facts ? missingParameters(facts) : [];
  if (!facts || missing.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{text.leavesOut(facts.product.name)}</MessageBarTitle>
        <ul className={styles.list}>
          {missing.map((parameter) => (
            <li key={parameter}>{text.leavesOutLine(parameter, productThatBrought(parameter))}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

/** The optional part. It is open while one of its fields has a problem, so that no problem hides. */
function AdvancedFields() {
  const styles = useStyles();
  const hasProblem = useWizard((state) =>
    problemsOfPage(state, 'public-provider').some(({ field }) =>
      ADVANCED.some((name) => field === `$.provider.${name}`),
    ),
  );
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Accordion
      collapsible
      openItems={isOpen || hasProblem ? ['more'] : []}
      onToggle={(_, { openItems }) => setIsOpen(openItems.includes('more'))}
    >
      <AccordionItem value="more">
        <AccordionHeader>{text.advanced}</AccordionHeader>
        <AccordionPanel className={styles.panel}>
          <TextField name="iconUrl" label={text.iconUrl} hint={text.iconUrlHint} parameter="IconUrl" />
          <TextField
            name="nameDecorationRoutingDomain"
            label={text.routingDomain}
            hint={text.routingDomainHint}
            parameter="NameDecorationRoutingDomain"
          />
          <TextField
            name="nameDecorationExcludedDomains"
            label={text.excluded}
            hint={text.excludedHint}
            parameter="NameDecorationExcludedDomainList"
            isList
          />
          <FlagField
            name="enableSkypeIdRouting"
            label={text.idRouting}
            hint={text.idRoutingHint}
            parameter="EnableSkypeIdRouting"
          />
          <FlagField
            name="enableSkypeDirectorySearch"
            label={text.search}
            hint={text.searchHint}
            parameter="EnableSkypeDirectorySearch"
          />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
