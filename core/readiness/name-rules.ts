import { dnsTexts as say } from './dns-texts.ts';
import { type Judged, type JudgedDomain, judged, seenBy } from './judged-domain.ts';
import { type HostFacts, type ViewFacts, addressesOf, recordsOf } from './readiness-facts.ts';
import { addressRecord } from './remedies.ts';

/** Rules about the addresses of targets (facts G: A record, split DNS). */

/** The target has an address. A name that leads in a circle has none, and its rule has said so. */
export function addressFindings({ views }: JudgedDomain): readonly Judged[] {
  return views.flatMap((view) =>
    view.hosts
      .filter(({ aliasEnd }) => aliasEnd !== 'loop' && aliasEnd !== 'too-long')
      .map((host) => addressFinding(host, view, views)),
  );
}

function addressFinding(host: HostFacts, view: ViewFacts, views: readonly ViewFacts[]): Judged {
  const { name, ipv4, ipv6 } = host;
  const subject = seenBy(name, view, views);
  const seen = { resolver: view.resolver, ipv4, ipv6 };
  const addresses = addressesOf(host);
  if (addresses.length > 0) return judged('good', subject, say.resolves(name, addresses), seen);
  const unanswered = [ipv4, ipv6].find((one) => one.outcome === 'unanswered');
  if (unanswered) return judged('cannot-tell', subject, say.unanswered(name, unanswered.reason), seen);
  const remedy = addressRecord(host.aliases.at(-1) ?? name);
  const words =
    ipv4.outcome === 'no-such-name' ? say.noSuchTarget(name, remedy.zoneFile) : say.noAddress(name, remedy.zoneFile);
  return judged('blocking', subject, words, seen, { records: [remedy] });
}

/** Addresses that nobody outside can reach: RFC 1918, and their like of IPv4 and IPv6. */
const PRIVATE_IPV4 =
  /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/u;
const PRIVATE_IPV6 = /^(?:::1?$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|::ffff:)/iu;

/** A private address means an inside view, or a mistake. */
export function privateAddressFindings({ views }: JudgedDomain): readonly Judged[] {
  return views.flatMap((view) =>
    view.hosts.flatMap((host) => {
      const addresses = addressesOf(host);
      if (addresses.length === 0) return [];
      const subject = seenBy(host.name, view, views);
      const hidden = addresses.filter((address) => (address.includes(':') ? PRIVATE_IPV6 : PRIVATE_IPV4).test(address));
      const seen = { resolver: view.resolver, addresses, private: hidden };
      if (hidden.length === 0) return [judged('good', subject, say.publicAddresses(host.name), seen)];
      return [judged('warning', subject, say.privateAddresses(host.name, hidden), seen)];
    }),
  );
}

/** Two servers that say different things of one domain: split DNS, or one of them is behind. */
export function splitFindings({ domain, views }: JudgedDomain): readonly Judged[] {
  if (views.length < 2) return [];
  const answers = views.map((view) => ({ resolver: view.resolver, ...answerOf(view) }));
  const seen = { answers };
  const known = answers.filter(({ isKnown }) => isKnown);
  if (known.length < 2) return [judged('cannot-tell', domain, say.splitUnknown, seen)];
  const different = new Set(known.map(({ records, addresses }) => JSON.stringify([records, addresses])));
  if (different.size === 1) return [judged('good', domain, say.noSplit(known.length), seen)];
  const lines = known.map(({ resolver, records, addresses }) => say.splitAnswer(resolver, records, addresses));
  return [judged('warning', domain, say.split(lines), seen)];
}

function answerOf({ srv, hosts }: ViewFacts) {
  return {
    isKnown: srv.outcome !== 'unanswered',
    records: recordsOf(srv).map(say.srvRecord).sort(),
    addresses: hosts.flatMap(addressesOf).sort(),
  };
}
