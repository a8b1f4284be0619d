import { type WizardForm, listedNames } from '../../../core/wizard/form.ts';
import { topologyEdges } from '../../../core/answers/access-edges.ts';
import { type Snapshot, isRead } from '../../../core/deployment/deployment.ts';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { domainForms, mixedScripts } from '../../../core/domains/international-domain.ts';
import { edgeDomainsPath } from '../../../core/answers/provisioning-problems.ts';
import { edgeText as text } from '../../../core/texts/pages/edge-and-domains.ts';
import type { DomainRow, DomainSort } from '../../components/domain-grid-parts.tsx';
import { lineProblems } from '../../state/page-problems.ts';

/** The place of the answers of an Access Edge: alone, or in a list. */
export function edgePlace(form: WizardForm, position: number): number | null {
  return edgesOfForm(form.request).length === 1 ? null : position;
}

/** Every SIP domain of the form once, with what is known of it. */
export function domainRows(form: WizardForm, snapshot: Snapshot | null): readonly DomainRow[] {
  const deployment = domainsOfDeployment(snapshot);
  const rows = new Map<string, DomainRow>();
  edgesOfForm(form.request).forEach(({ fqdn, sipDomains }, edge) => {
    const problems = lineProblems(form, edgeDomainsPath(edgePlace(form, edge)));
    listedNames(sipDomains).forEach((domain, index) => {
      if (rows.has(domain)) return;
      const unicode = domainForms(domain.toLowerCase())?.unicode ?? domain;
      rows.set(domain, {
        domain,
        unicode,
        edge,
        edgeName: text.edgeNames(edge + 1, fqdn.trim()),
        inDeployment: deployment === null ? 'unknown' : (deployment.get(domain.toLowerCase()) ?? 'no'),
        note: noteOf(problems.get(index), unicode),
      });
    });
  });
  return [...rows.values()];
}

function noteOf(problem: string | undefined, unicode: string): DomainRow['note'] {
  if (problem !== undefined) return { isProblem: true, message: problem };
  const scripts = mixedScripts(unicode);
  return scripts.length > 0 ? { isProblem: false, message: text.mixedScripts(scripts) } : null;
}

function domainsOfDeployment(snapshot: Snapshot | null): ReadonlyMap<string, 'default' | 'yes'> | null {
  if (!snapshot || !isRead(snapshot, 'sipDomains')) return null;
  return new Map(
    snapshot.sipDomains.map(({ Name, Identity, IsDefault }) => [
      (Name ?? Identity).toLowerCase(),
      IsDefault === true ? 'default' : 'yes',
    ]),
  );
}

/** The SIP domains of the deployment that the form does not have. */
export function missingDomains(form: WizardForm, snapshot: Snapshot | null): readonly string[] {
  const present = new Set(
    edgesOfForm(form.request)
      .flatMap(({ sipDomains }) => listedNames(sipDomains))
      .map((name) => name.toLowerCase()),
  );
  return [...(domainsOfDeployment(snapshot)?.keys() ?? [])].filter((name) => !present.has(name));
}

/** The Access Edges of the topology; none while the deployment is not known. */
export function knownEdges(snapshot: Snapshot | null): readonly string[] {
  return snapshot ? topologyEdges(snapshot) : [];
}

const SORT_VALUES: Readonly<Record<string, (row: DomainRow) => string>> = {
  domain: ({ unicode }) => unicode,
  edge: ({ edge, unicode }) => `${edge} ${unicode}`,
  deployment: ({ inDeployment, unicode }) => `${['default', 'yes', 'no', 'unknown'].indexOf(inDeployment)} ${unicode}`,
  // What is to be looked at comes first.
  note: ({ note, unicode }) => `${note === null ? 2 : note.isProblem ? 0 : 1} ${unicode}`,
};

/** The rows whose domain, Access Edge or note holds the text, in the order that was asked for. */
export function foundRows(rows: readonly DomainRow[], search: string, sort: DomainSort): readonly DomainRow[] {
  const wanted = search.trim().toLowerCase();
  const valueOf = SORT_VALUES[sort.column];
  const found = rows.filter(({ domain, unicode, edgeName, note }) =>
    [domain.toLowerCase(), unicode, edgeName.toLowerCase(), note?.message.toLowerCase() ?? ''].some((value) =>
      value.includes(wanted),
    ),
  );
  if (!valueOf) return found;
  const direction = sort.isDescending ? -1 : 1;
  return found
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((one, other) => direction * (one.value < other.value ? -1 : one.value > other.value ? 1 : 0))
    .map(({ row }) => row);
}
