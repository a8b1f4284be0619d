import { SKYPE_PROVIDER } from '../answers/answers-schema.ts';
import { isSameDomain } from '../domains/domain-names.ts';

/** The domains of AOL and Yahoo!, whose services ended on 30 June 2014 (facts 0, D.1). */
const ENDED_DOMAINS = ['oscar.aol.com', 'msg.yahoo.com'];

/** True for an address of AOL or Yahoo!, which nothing answers any more. */
export function isOfAolOrYahoo(proxyFqdn: string): boolean {
  const name = proxyFqdn.toLowerCase();
  return ENDED_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}

/** True for those, and for that of Messenger, later Skype, which ended on 5 May 2025. */
export function isOfEndedService(proxyFqdn: string): boolean {
  return isOfAolOrYahoo(proxyFqdn) || isSameDomain(proxyFqdn, SKYPE_PROVIDER.proxyFqdn);
}
