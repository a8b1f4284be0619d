import { Badge } from '@fluentui/react-components';
import type { ReadinessStatus } from '../../core/readiness/readiness-status.ts';
import { readinessTexts } from '../../core/readiness/readiness-texts.ts';

const COLOURS = {
  good: 'success',
  warning: 'warning',
  blocking: 'danger',
  'cannot-tell': 'informative',
} as const satisfies Record<ReadinessStatus, string>;

/** One of the four words of a network check. */
export function ReadinessBadge({ status }: { readonly status: ReadinessStatus }) {
  return (
    <Badge appearance="tint" color={COLOURS[status]} size="large">
      {readinessTexts.statuses[status]}
    </Badge>
  );
}
