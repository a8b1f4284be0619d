import {
  Button,
  Caption1,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Difference } from '../../core/failure.ts';
import { pathWords } from '../../core/texts/fingerprint.ts';
import { applyText } from '../../core/texts/pages/apply.ts';
import { DataTable } from './data-table.tsx';
import { ValueText } from './value-text.tsx';

const MAX_SHOWN = 20;

const useStyles = makeStyles({
  stale: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', rowGap: tokens.spacingVerticalM },
});

/** The reviewed plan is refused, because the deployment is not what it was: what has moved, and the way to a new plan. */
export function StalePlan(props: { readonly differences: readonly Difference[]; readonly onReview: () => void }) {
  const styles = useStyles();
  const { differences, onReview } = props;
  const text = applyText.stale;
  const shown = differences.slice(0, MAX_SHOWN);
  const more = differences.length - shown.length;
  return (
    <div className={styles.stale}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.title}</MessageBarTitle>
          {text.body} {differences.length === 0 && text.unknown}
        </MessageBarBody>
      </MessageBar>
      {shown.length > 0 && (
        <DataTable
          label={text.table}
          rows={shown}
          keyOf={({ path }) => path}
          columns={[
            { label: text.what, size: 'wide', renderCell: ({ path }) => pathWords(path) },
            { label: text.planned, renderCell: ({ planned }) => <Side value={planned} /> },
            { label: text.live, renderCell: ({ live }) => <Side value={live} /> },
          ]}
        />
      )}
      {more > 0 && <Caption1>{text.more(more)}</Caption1>}
      <div>
        <Button appearance="primary" onClick={onReview}>
          {text.again}
        </Button>
      </div>
    </div>
  );
}

function Side({ value }: { readonly value: Difference['live'] }) {
  return value === null ? applyText.stale.absent : <ValueText value={value} />;
}
