/** Words of the command `contact-address`. */
export const contactCliTexts = {
  description: 'Turn e-mail addresses of Microsoft accounts into addresses to type, and back; or write the hand-out.',
  options: {
    csv: 'a CSV file whose addresses are converted; the result is CSV too',
    column: 'the column with the addresses: its name or its number; without it, the column with the most @',
    reverse: 'turn addresses to type into e-mail addresses',
    microsoftDomains: "what counts as Microsoft's own domains, separated by commas",
    handOut: 'write the hand-out for users in this language: HTML, or text for a file that ends in .txt',
    out: 'the file to write: CSV with --csv, the hand-out with --hand-out, else JSON',
  },
  handOutAlone: '--hand-out takes no addresses, and neither --csv, --column nor --reverse.',
  columnWithoutFile: '--column goes with --csv FILE.',
  fileOrAddresses: 'Name either addresses or a file with --csv FILE, not both.',
  nothingNamed: 'Name addresses, a file with --csv FILE, or a language with --hand-out.',
  noDomains: 'Name at least one domain with --microsoft-domains.',
  notDomains: (refused: readonly string[]) => `No domain name in --microsoft-domains: ${refused.join(', ')}.`,
  noSuchColumn: (wanted: string, first: readonly string[]) =>
    `There is no column "${wanted}". The first line has: ${first.map((name, index) => `${index + 1} ${name.trim()}`).join(', ')}.`,
  count: (good: number, bad: number) => (bad === 0 ? `${good} converted` : `${good} converted, ${bad} cannot be used`),
  written: (path: string) => `Written: ${path}`,
} as const;
