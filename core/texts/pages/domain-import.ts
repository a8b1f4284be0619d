import { problems } from '../../answers/problem-texts.ts';
import type { Mend, Refusal } from '../../domains/domain-import.ts';
import { counted, numberText, plural } from '../../formats/plural.ts';

/** What was done to a text so that it became a domain. */
const mends: Record<Mend, string> = {
  invisible: 'invisible characters left out',
  quotes: 'quotes left out',
  'sip-address': 'taken from a SIP address',
  email: 'taken from an e-mail address',
  'at-sign': '@ left out',
  url: 'taken from a web address',
  'trailing-dot': 'dot at the end left out',
  unicode: 'written in its ASCII form',
  'lower-case': 'written in small letters',
};

const DOMAINS_WERE = { one: 'domain was', other: 'domains were' };

/** Adding SIP domains: what is taken, what is mended, and what is refused. */
export const domainImportText = {
  label: 'Add domains',
  hint: 'Type one and press Enter, or paste or drop a list: lines, commas, semicolons or tabs, CSV with a heading, e-mail addresses.',
  placeholder: 'contoso.com',
  edge: 'Access Edge of these domains',
  add: 'Add',
  open: 'Import a file',
  drop: 'Drop the file to import it',
  fromDeployment: (count: number) =>
    plural(count, {
      one: 'Add the SIP domain of the deployment',
      other: `Add all ${numberText(count)} SIP domains of the deployment`,
    }),
  allFromDeployment: 'All SIP domains of the deployment are in the list.',
  added: (count: number) => (count === 0 ? 'No domain was added' : `${counted(count, DOMAINS_WERE)} added`),
  source: (name: string) => `From ${name}.`,
  column: (name: string) => `Only the column "${name}" was read.`,
  mendedCount: (count: number) => `${numberText(count)} mended`,
  refusedCount: (count: number) => `${numberText(count)} refused`,
  duplicateCount: (count: number) => `${counted(count, { one: 'duplicate', other: 'duplicates' })} merged`,
  warnedCount: (count: number) => `${numberText(count)} to check, because letters of several scripts are mixed`,
  undo: 'Undo',
  undoNamed: 'Undo this import',
  undone: (count: number) => `${counted(count, DOMAINS_WERE)} taken out again.`,
  dismiss: 'Close',
  showRefused: (count: number) => `Show what was refused (${numberText(count)})`,
  showMended: (count: number) => `Show what was mended (${numberText(count)})`,
  refusedTable: 'Refused texts',
  mendedTable: 'Mended texts',
  line: 'Line',
  text: 'Text',
  domain: 'Domain',
  reason: 'Reason',
  how: 'How',
  copyRefused: 'Copy what was refused',
  more: (count: number) => `and ${numberText(count)} more`,
  mends: (list: readonly Mend[]) => list.map((mend) => mends[mend]).join(', '),
  /** `problems` speaks of what one types; here the text stands in a list. */
  refusal: (reason: Refusal, text: string): string => {
    if (reason === 'host-name') return problems.domainIsHost(text);
    if (reason === 'bad-international') return 'This holds characters that no domain name may have.';
    return problems.domain[reason](text);
  },
} as const;
