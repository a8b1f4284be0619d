import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { edgesOfForm } from '../../core/wizard/edge-form.ts';
import { edgeText as text } from '../../core/texts/pages/edge-and-domains.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { Section } from '../components/section.tsx';
import { useWizard } from '../hooks/wizard-context.tsx';
import { ProvisioningLeftOut } from '../shell/provisioning-left-out.tsx';
import { StepPage } from '../shell/step-page.tsx';
import { AccessEdges } from './edge-and-domains/request-edges.tsx';
import { AddDomains } from './edge-and-domains/add-domains.tsx';
import { DomainList } from './edge-and-domains/domain-list.tsx';
import { ImportResult } from './edge-and-domains/import-result.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXXL, maxWidth: '860px' },
});

/** The Access Edges' external names, and the SIP domains: one by one, or thousands at once. */
export function EdgeAndDomainsPage() {
  const styles = useStyles();
  const keepsRequest = useWizard((state) => state.form.keepsRequest);
  return (
    <StepPage title={stepTitles['edge-and-domains']} lead={text.lead}>
      {keepsRequest ? (
        <div className={styles.parts}>
          <AccessEdges />
          <Domains />
        </div>
      ) : (
        <ProvisioningLeftOut />
      )}
    </StepPage>
  );
}

function Domains() {
  const count = useWizard((state) => edgesOfForm(state.form.request).length);
  const [chosen, setChosen] = useState(0);
  // The Access Edge that was chosen may have been removed since.
  const edge = Math.min(chosen, count - 1);
  return (
    <Section title={text.domains} lead={text.domainsLead}>
      <AddDomains edge={edge} onChooseEdge={setChosen} />
      <ImportResult />
      <DomainList />
    </Section>
  );
}
