import { FEDERATION_PORT, recordName } from '../domains/federation-record.ts';
import { dnsTexts as say } from './dns-texts.ts';
import { type Judged, type JudgedDomain, judged, seenBy } from './judged-domain.ts';
import { type ViewFacts, recordsOf } from './readiness-facts.ts';
import { federationRecord, fittingTarget, isDirectlyBeneath } from './remedies.ts';

/** Rules about the federation record (facts G: SRV, SRV target name). */

/** Is the domain there at all? Asked only where it has no federation record. */
export function liveFindings({ domain, views }: JudgedDomain): readonly Judged[] {
  return views.flatMap((view) => {
    if (view.domain === null) return [];
    const { outcome } = view.domain;
    const subject = seenBy(domain, view, views);
    const seen = { resolver: view.resolver, answer: view.domain };
    if (outcome === 'no-such-name') return [judged('blocking', subject, say.domainMissing(domain), seen)];
    if (outcome === 'unanswered')
      return [judged('cannot-tell', subject, say.unanswered(domain, view.domain.reason), seen)];
    return [judged('good', subject, say.domainLive(domain), seen)];
  });
}

/** Is there a record? No answer is never taken for no record. */
export function presenceFindings(judgedDomain: JudgedDomain): readonly Judged[] {
  return judgedDomain.views.map((view) => presenceIn(view, judgedDomain));
}

function presenceIn(view: ViewFacts, { domain, views, records, edge }: JudgedDomain): Judged {
  const { srv, resolver } = view;
  const name = recordName(domain);
  const subject = seenBy(name, view, views);
  const seen = { resolver, answer: srv };
  const targets = records.map((record) => record.name);
  const remedy = federationRecord(domain, fittingTarget(domain, targets, edge));
  switch (srv.outcome) {
    case 'no-such-name':
      return judged('blocking', subject, say.recordNoSuchName(name, remedy.zoneFile), seen, { records: [remedy] });
    case 'no-records':
      return judged('blocking', subject, say.recordNoData(name, remedy.zoneFile), seen, { records: [remedy] });
    case 'unanswered':
      return judged('cannot-tell', subject, say.unanswered(name, srv.reason), seen);
    case 'found': {
      if (srv.records.every((record) => record.name === ''))
        return judged('blocking', subject, say.notOffered(name, remedy.zoneFile), seen, { records: [remedy] });
      return judged('good', subject, say.recordFound(name, srv.records.map(say.srvRecord)), seen);
    }
  }
}

/** Several records are allowed by DNS, and make it uncertain where a partner connects. */
export function severalFindings({ domain, views, records, edge }: JudgedDomain): readonly Judged[] {
  return views.flatMap((view) => {
    const found = recordsOf(view.srv);
    if (found.length === 0) return [];
    const subject = seenBy(recordName(domain), view, views);
    const priorities = [...new Set(found.map(({ priority }) => priority))].sort((one, other) => one - other);
    const targets = [...new Set(found.map(({ name }) => name.toLowerCase()))];
    const total = view.srv.outcome === 'found' ? view.srv.total : found.length;
    const seen = { resolver: view.resolver, total, priorities, targets };
    if (total === 1) return [judged('good', subject, say.oneRecord, seen)];
    const all = records.map(({ name }) => name);
    const remedy = federationRecord(domain, fittingTarget(domain, [...targets, ...all], edge));
    return [
      judged('warning', subject, say.severalRecords(total, targets, priorities, remedy.zoneFile), seen, {
        records: [remedy],
      }),
    ];
  });
}

/** Federation with a public provider uses port 5061. */
export function portFindings({ domain, records }: JudgedDomain): readonly Judged[] {
  return records
    .filter(({ name }) => name !== '')
    .map(({ name, port }) => {
      if (port === FEDERATION_PORT) return judged('good', name, say.portRight(name), { port });
      const remedy = federationRecord(domain, name);
      return judged('blocking', name, say.portWrong(name, port, remedy.zoneFile), { port }, { records: [remedy] });
    });
}

/** The target is one label and the domain. */
export function suffixFindings({ domain, records, edge }: JudgedDomain): readonly Judged[] {
  const targets = [...new Set(records.map(({ name }) => name.toLowerCase()))].filter((name) => name !== '');
  return targets.map((name) => {
    if (isDirectlyBeneath(name, domain)) return judged('good', name, say.suffixRight(name, domain), { domain });
    const proposed = fittingTarget(domain, targets, edge);
    const remedy = federationRecord(domain, proposed);
    const isBeneath = name.endsWith(`.${domain.toLowerCase()}`);
    const words = isBeneath
      ? say.suffixTooDeep(name, domain, proposed, remedy.zoneFile)
      : say.suffixForeign(name, domain, proposed, remedy.zoneFile);
    const seen = { domain, kind: isBeneath ? 'not-directly-beneath' : 'no-matching-suffix' };
    return judged('blocking', name, words, seen, { records: [remedy] });
  });
}

/** The target of an SRV record must not be an alias (RFC 2782). */
export function aliasFindings({ views }: JudgedDomain): readonly Judged[] {
  return views.flatMap((view) =>
    view.hosts.map(({ name, aliases, aliasEnd }) => {
      const subject = seenBy(name, view, views);
      const seen = { resolver: view.resolver, aliases, aliasEnd };
      if (aliasEnd === 'loop') return judged('blocking', subject, say.aliasLoop(name, aliases), seen);
      if (aliasEnd === 'too-long') return judged('blocking', subject, say.aliasTooLong(name, aliases.length), seen);
      if (aliases.length > 0) return judged('warning', subject, say.alias(name, aliases), seen);
      if (aliasEnd === 'unanswered') return judged('cannot-tell', subject, say.aliasUnanswered(name), seen);
      return judged('good', subject, say.noAlias(name), seen);
    }),
  );
}
