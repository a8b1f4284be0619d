import { outsideCheckTexts as say } from './outside-check-texts.ts';
import { type ReadinessFacts, edgeOf, recordsOf } from './readiness-facts.ts';
import { federationRecord, fittingTarget } from './remedies.ts';

/** What somebody outside is asked to check. */
export interface OutsideCheck {
  /** Checked domain names: they hold letters, digits, hyphens and dots alone, so no shell reads anything into them. */
  readonly domains: readonly string[];
  readonly edge: string | null;
  /** The Access Edges of domains that have one of their own. */
  readonly edges?: ReadinessFacts['edges'];
  readonly tlsPort: number;
  /** What an earlier check found, to name the same targets; null when there was none. */
  readonly facts: ReadinessFacts | null;
}

const SAFE_NAME = /^[a-z0-9.-]+$/iu;

/** A text to send to somebody outside: the exact commands, and how their result comes back. */
export function outsideCheckText({ domains, edge, edges, tlsPort, facts }: OutsideCheck): string {
  const ownEdge = (domain: string) => edgeOf(domain, { edge, edges });
  const parts = domains.map((domain) => {
    const targets = targetsOf(domain, facts);
    const named = targets.length > 0 ? targets : [fittingTarget(domain, [], ownEdge(domain))];
    return [
      say.domain(domain),
      ...say.recordCommands(domain),
      ...named.flatMap((name) => say.targetCommands(name, tlsPort)),
    ];
  });
  const expected = domains.map(
    (domain) => federationRecord(domain, fittingTarget(domain, targetsOf(domain, facts), ownEdge(domain))).zoneFile,
  );
  return [say.opening, say.program(domains, edge), ...parts.flat(), say.expected, ...expected].join('\n');
}

/** Targets as DNS gave them; one with other characters than a name has is left out, since it would stand in a command. */
function targetsOf(domain: string, facts: ReadinessFacts | null): string[] {
  const views = facts?.domains.find((one) => one.domain === domain)?.views ?? [];
  const names = views.flatMap(({ srv }) => recordsOf(srv)).map(({ name }) => name.toLowerCase());
  return [...new Set(names)].filter((name) => SAFE_NAME.test(name) && !name.startsWith('-'));
}
