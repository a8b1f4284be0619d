import type { Snapshot } from '../../../core/deployment/deployment.ts';
import { federationUses } from '../../../core/plan/fingerprint.ts';
import { retireText as text } from '../../../core/texts/pages/retire.ts';
import { FactList } from '../../components/fact-list.tsx';
import { Section } from '../../components/section.tsx';

/** A longer list of domains is counted. */
const MOST_SHOWN = 12;

/** What depends on the organisation-wide switch, shown before one chooses to leave it or to switch it off. */
export function FederationUses({ snapshot }: { readonly snapshot: Snapshot }) {
  const { allowedDomains, hasPartnerDiscovery, hostingProviders } = federationUses(snapshot);
  if (snapshot.accessEdgeConfiguration?.AllowFederatedUsers === false)
    return <Section title={text.uses} lead={text.switchOff} />;
  const facts = [
    { label: text.partners, value: listed(allowedDomains) },
    { label: text.discovery, value: hasPartnerDiscovery ? text.discoveryOn : '' },
    { label: text.hosting, value: listed(hostingProviders) },
    { label: text.unread, value: unreadParts(snapshot).join(', ') },
  ].filter(({ value }) => value !== '');
  if (facts.length === 0) return <Section title={text.uses} lead={text.noUses} />;
  return (
    <Section title={text.uses} lead={text.usesLead}>
      <FactList facts={facts} />
    </Section>
  );
}

/** What would show a use, and could not be read: that nothing was found there proves nothing. */
function unreadParts({ unreadable }: Snapshot): readonly string[] {
  const telling = ['allowedDomains', 'hostingProviders', 'accessEdgeConfiguration'];
  return unreadable.map(({ part }) => part).filter((part) => telling.includes(part));
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_SHOWN;
  return [...names.slice(0, MOST_SHOWN), ...(more > 0 ? [text.more(more)] : [])].join('\n');
}
