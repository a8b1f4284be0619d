import {
  Badge,
  Body1,
  Button,
  Caption1,
  SearchBox,
  Select,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons/svg/delete';
import { useDeferredValue, useMemo, useState } from 'react';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { edgeText as text } from '../../../core/texts/pages/edge-and-domains.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import type { DomainColumn, DomainRow, DomainSort } from '../../components/domain-grid-parts.tsx';
import { DomainGrid } from '../../components/domain-grid.tsx';
import { domainRows, foundRows } from './domain-rows.ts';
import { snapshotOf } from '../../state/state.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { width: '280px', maxWidth: '100%' },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const useCellStyles = makeStyles({
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  second: { color: tokens.colorNeutralForeground3 },
  note: {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    lineHeight: tokens.lineHeightBase200,
  },
  problem: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
});

const NO_SELECTION: ReadonlySet<string> = new Set();

/** The SIP domains of the request: sorted, searched, selected, taken out or moved to another Access Edge. */
export function DomainList() {
  const styles = useStyles();
  const { copy, removeDomains } = useActions();
  const form = useDeferredValue(useWizard((state) => state.form));
  const snapshot = useWizard(snapshotOf);
  const rows = useMemo(() => domainRows(form, snapshot), [form, snapshot]);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [sort, setSort] = useState<DomainSort>({ column: 'domain', isDescending: false });
  const shown = useMemo(() => foundRows(rows, wanted, sort), [rows, wanted, sort]);
  const [marked, setMarked] = useState(NO_SELECTION);
  const selected = useMemo(() => presentOf(marked, rows), [marked, rows]);
  const hasEdges = edgesOfForm(form.request).length > 1;
  const columns = useMemo(() => columnsOf(hasEdges), [hasEdges]);
  const problems = rows.filter(({ note }) => note?.isProblem === true).length;
  const remove = () => {
    removeDomains(selected);
    setMarked(NO_SELECTION);
  };
  if (rows.length === 0) return <Body1 className={styles.quiet}>{text.none}</Body1>;
  return (
    <div className={styles.list}>
      <div className={styles.bar}>
        <SearchBox
          className={styles.search}
          aria-label={text.search}
          placeholder={text.search}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <Caption1 className={styles.count} aria-live="polite">
          {text.count(rows.length)}
          {problems > 0 && `, ${text.problemCount(problems)}`}
        </Caption1>
        <CopyButton
          name={text.domains}
          label={text.copyAll}
          onCopy={() => copy(rows.map(({ domain }) => domain).join('\n'))}
        />
      </div>
      {shown.length === 0 ? (
        <Body1 className={styles.quiet}>{text.noMatch}</Body1>
      ) : (
        <DomainGrid
          label={text.table}
          description={text.tableKeys}
          selectAllLabel={text.selectAll}
          columns={columns}
          rows={shown}
          selected={selected}
          sort={sort}
          onSelect={setMarked}
          onSort={setSort}
          onDelete={remove}
        />
      )}
      {selected.size > 0 && (
        <SelectionBar
          selected={selected}
          hasEdges={hasEdges}
          onRemove={remove}
          onMoved={() => setMarked(NO_SELECTION)}
        />
      )}
    </div>
  );
}

/** What is still there of a selection, so that nothing is changed that is not shown. */
function presentOf(marked: ReadonlySet<string>, rows: readonly DomainRow[]): ReadonlySet<string> {
  if (marked.size === 0) return NO_SELECTION;
  return new Set(rows.map(({ domain }) => domain).filter((domain) => marked.has(domain)));
}

function SelectionBar(props: {
  readonly selected: ReadonlySet<string>;
  readonly hasEdges: boolean;
  readonly onRemove: () => void;
  readonly onMoved: () => void;
}) {
  const styles = useStyles();
  const { selected, hasEdges, onRemove, onMoved } = props;
  const { moveDomains } = useActions();
  const request = useWizard((state) => state.form.request);
  return (
    <div className={styles.bar}>
      <Button icon={<Delete20Regular />} onClick={onRemove}>
        {text.remove(selected.size)}
      </Button>
      {hasEdges && (
        <Select
          aria-label={text.moveTo}
          value=""
          onChange={(_, { value }) => {
            if (value === '') return;
            moveDomains(selected, Number(value));
            onMoved();
          }}
        >
          <option value="">{text.moveTo}</option>
          {edgesOfForm(request).map(({ fqdn }, position) => (
            <option key={text.edgeNames(position + 1, fqdn)} value={position}>
              {text.edgeNames(position + 1, fqdn)}
            </option>
          ))}
        </Select>
      )}
    </div>
  );
}

function columnsOf(hasEdges: boolean): readonly DomainColumn[] {
  const { domain, edge, deployment, note } = text.columns;
  return [
    { id: 'domain', label: domain, width: 'minmax(0, 1.9fr)', renderCell: (row) => <DomainCell row={row} /> },
    ...(hasEdges
      ? [
          {
            id: 'edge',
            label: edge,
            width: 'minmax(0, 1.5fr)',
            renderCell: ({ edgeName }: DomainRow) => <EllipsisCell value={edgeName} />,
          },
        ]
      : []),
    {
      id: 'deployment',
      label: deployment,
      width: '112px',
      renderCell: ({ inDeployment }) =>
        inDeployment === 'default' ? (
          <Badge appearance="tint">{text.inDeployment.default}</Badge>
        ) : (
          text.inDeployment[inDeployment]
        ),
    },
    { id: 'note', label: note, width: 'minmax(0, 1.5fr)', renderCell: (row) => <NoteCell row={row} /> },
  ];
}

function DomainCell({ row: { domain, unicode } }: { readonly row: DomainRow }) {
  const styles = useCellStyles();
  if (unicode === domain) return <EllipsisCell value={domain} />;
  return (
    <>
      <div className={styles.line} title={unicode}>
        {unicode}
      </div>
      <Caption1 block className={mergeClasses(styles.line, styles.second)} title={domain}>
        {domain}
      </Caption1>
    </>
  );
}

function EllipsisCell({ value }: { readonly value: string }) {
  const styles = useCellStyles();
  return (
    <div className={styles.line} title={value}>
      {value}
    </div>
  );
}

function NoteCell({ row: { note } }: { readonly row: DomainRow }) {
  const styles = useCellStyles();
  if (note === null) return null;
  return (
    <Caption1
      className={mergeClasses(styles.note, note.isProblem ? styles.problem : styles.warning)}
      title={note.message}
    >
      {note.message}
    </Caption1>
  );
}
