import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { READINESS_STATUSES, type ReadinessStatus } from '../../core/readiness/readiness-status.ts';
import type { ReadinessProgress } from '../../core/readiness/readiness-progress.ts';
import type { DomainReadiness } from '../../core/readiness/readiness.ts';
import { readinessPageTexts as text } from '../../core/texts/pages/network-readiness.ts';
import { readinessTexts } from '../../core/readiness/readiness-texts.ts';
import { Disclosure } from './disclosure.tsx';
import { ReadinessBadge } from './readiness-badge.tsx';
import { type Copy, Finding } from './readiness-finding.tsx';

const SHOWN_AT_ONCE = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  name: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  findings: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
  },
});

/** Every domain with its word; those that have been judged unfold into their findings. The worst stand first. */
export function ReadinessResults(props: { readonly progress: ReadinessProgress; readonly onCopy: Copy }) {
  const styles = useStyles();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { state, domains, result } = props.progress;
  const judged = new Map(result?.domains.map((one) => [one.domain, one]));
  const sorted = result ? domains.toSorted((one, other) => rankOf(one.status) - rankOf(other.status)) : domains;
  const hidden = Math.min(sorted.length - limit, SHOWN_AT_ONCE);
  return (
    <>
      <ul className={styles.list} aria-label={text.results}>
        {sorted.slice(0, limit).map(({ domain, status }) => (
          <li key={domain} className={styles.row}>
            <div className={styles.head}>
              <Body1Strong className={styles.name}>{domain}</Body1Strong>
              {status === null ? (
                <Caption1 className={styles.quiet}>{state === 'checking' ? text.waiting : text.notChecked}</Caption1>
              ) : (
                <ReadinessBadge status={status} />
              )}
            </div>
            <Findings judged={judged.get(domain) ?? null} onCopy={props.onCopy} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div>
          <Button onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>{text.more(hidden)}</Button>
        </div>
      )}
    </>
  );
}

function rankOf(status: ReadinessStatus | null): number {
  return status === null ? READINESS_STATUSES.length : READINESS_STATUSES.indexOf(status);
}

function Findings({ judged, onCopy }: { readonly judged: DomainReadiness | null; readonly onCopy: Copy }) {
  const styles = useStyles();
  if (!judged) return null;
  const { domain, findings } = judged;
  const good = findings.filter(({ status }) => status === 'good');
  const against = READINESS_STATUSES.filter((status) => status !== 'good').flatMap((status) =>
    findings.filter((one) => one.status === status),
  );
  return (
    <>
      <Caption1 className={styles.quiet}>{summaryOf(judged)}</Caption1>
      {against.length > 0 && (
        <Disclosure label={text.details} name={text.detailsOf(domain)}>
          <ul className={styles.findings}>
            {against.map((finding) => (
              <Finding key={`${finding.id} ${finding.subject} ${finding.cause}`} finding={finding} onCopy={onCopy} />
            ))}
          </ul>
        </Disclosure>
      )}
      {good.length > 0 && (
        <Disclosure label={text.good(good.length)} name={text.goodOf(domain, good.length)}>
          <ul className={styles.findings}>
            {good.map(({ id, subject, cause }) => (
              <li key={`${id} ${subject} ${cause}`}>
                <Body1>{cause}</Body1>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function summaryOf({ findings }: DomainReadiness): string {
  return READINESS_STATUSES.map((status) => ({ status, count: findings.filter((one) => one.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${readinessTexts.statuses[status]}`)
    .join(', ');
}
