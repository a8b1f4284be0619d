import type { DomainProblem } from '../domain-names.ts';

const domain: Record<DomainProblem, (text: string) => string> = {
  empty: () => 'Enter a name.',
  'white-space': () => 'A DNS name has no spaces or line breaks.',
  url: () => 'This is a web address. Enter the name alone, such as contoso.com.',
  email: () => 'This is an e-mail address. Enter the part after the @.',
  'ip-address': () => 'This is an IP address. A DNS name is needed, because the certificate is checked against it.',
  'trailing-dot': () => 'Leave out the dot at the end.',
  'too-long': () => 'A DNS name has at most 253 characters.',
  'label-too-long': () => 'Each part between dots has at most 63 characters.',
  'empty-label': () => 'There are two dots in a row, or a dot at the start.',
  underscore: () => 'A SIP domain or host name has no underscore.',
  unicode: () => 'Enter an international name in its ASCII form, which starts with xn--.',
  wildcard: () => 'Wildcards are not accepted. Enter each name in full.',
  'bad-character': () => 'Only letters, digits, hyphens and dots are allowed.',
  'hyphen-at-edge': () => 'No part between dots starts or ends with a hyphen.',
  'single-label': () => 'This is a single name. Enter it in full, with its domain.',
  'numeric-top-level': () => 'The last part of a DNS name is not a number.',
};

/** Why an answer is not accepted, in words. Each says what is wrong and, where it is not plain, what to enter. */
export const problems = {
  domain,
  notJson: (detail: string) => `This is not valid JSON: ${detail}`,
  notAnswers: 'This is not an answers file: a JSON object with "version": 1 is expected.',
  noVersion: 'The version is missing. An answers file starts with "version": 1.',
  newerVersion: (version: number) =>
    `Version ${version} is newer than this program, which reads version 1. Update the program.`,
  badVersion: 'This version is not known. This program reads version 1.',
  unknownKey: 'This key is not known.',
  missing: 'This is missing.',
  wrongType: (expected: string) => `A value of type ${expected} is expected here.`,
  oneOf: (values: readonly string[]) => `Choose one of: ${values.join(', ')}.`,
  empty: 'This is empty.',
  unprintable: 'This has a line break or an invisible character. Type it again on one line.',
  tooLong: (max: number) => `At most ${max} characters are accepted.`,
  outerSpace: 'Leave out the spaces at the start and the end.',
  wildcard: 'An identity has no wildcard characters (* and ?).',
  email: 'Enter an e-mail address, such as admin@contoso.com.',
  httpsUrl: 'Enter an address that starts with https:// and has no spaces or quotes.',
  termsNotAccepted: 'The terms have to be accepted before a request can be made.',
  noDomains: 'Enter at least one SIP domain.',
  tooManyDomains: (max: number) => `At most ${max} SIP domains are accepted.`,
  emptyList: 'This list is empty. Leave the key out, or name at least one domain.',
  duplicateDomain: (name: string, first: number) => `${name} is in the list already, as number ${first}.`,
  domainIsEdge: (name: string) =>
    `${name} is the Access Edge itself. Enter the domain of your users' addresses, the part after the @.`,
  domainIsHost: (name: string) =>
    `${name} looks like the name of a server. Enter the domain of your users' addresses, the part after the @.`,
  duplicatePolicy: 'This policy is named twice.',
  duplicateProvider: 'This provider is named twice.',
  removeProviders: 'Enter "conflicting", or a list of provider identities.',
} as const;
