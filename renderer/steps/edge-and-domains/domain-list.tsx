import { Body1, Button, Caption1, SearchBox, Select, makeStyles, tokens } from '@fluentui/react-components';
import { Delete20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { edgeText as text } from '../../../core/texts/pages/edge-and-domains.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import type { DomainRow, DomainSort } from '../../components/domain-grid-parts.tsx';
import { DomainGrid } from '../../components/domain-grid.tsx';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { snapshotOf } from '../../state/state.ts';
import { columnsOf } from './domain-columns.tsx';
import { domainRows, foundRows } from './domain-rows.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  search: { width: '280px', maxWidth: '100%' },
  count: { flexGrow: 1, color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const NO_SELECTION: ReadonlySet<string> = new Set();

/** The SIP domains of the request: sorted, searched, selected, taken out or moved to another Access Edge. */
export function DomainList() {
  const styles = useStyles();
  const { removeDomains } = useActions();
  const { rows, hasEdges } = useRows();
  const columns = useMemo(() => columnsOf(hasEdges), [hasEdges]);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const [sort, setSort] = useState<DomainSort>({ column: 'domain', isDescending: false });
  const shown = useMemo(() => foundRows(rows, wanted, sort), [rows, wanted, sort]);
  const [marked, setMarked] = useState(NO_SELECTION);
  const selected = useMemo(() => presentOf(marked, rows), [marked, rows]);
  const remove = () => {
    removeDomains(selected);
    setMarked(NO_SELECTION);
  };
  if (rows.length === 0) return <Body1 className={styles.quiet}>{text.none}</Body1>;
  return (
    <div className={styles.list}>
      <ListBar rows={rows} search={search} onSearch={setSearch} />
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

/** The rows of the request, and whether they belong to several Access Edges. Thousands may wait while one types. */
function useRows(): { readonly rows: readonly DomainRow[]; readonly hasEdges: boolean } {
  const form = useDeferredValue(useWizard((state) => state.form));
  const snapshot = useWizard(snapshotOf);
  const rows = useMemo(() => domainRows(form, snapshot), [form, snapshot]);
  return { rows, hasEdges: edgesOfForm(form.request).length > 1 };
}

/** The search, how many there are and how many have a problem, and a way to copy all of them. */
function ListBar(props: {
  readonly rows: readonly DomainRow[];
  readonly search: string;
  readonly onSearch: (search: string) => void;
}) {
  const styles = useStyles();
  const { rows, search, onSearch } = props;
  const { copy } = useActions();
  const problems = rows.filter(({ note }) => note?.isProblem === true).length;
  return (
    <div className={styles.bar}>
      <SearchBox
        className={styles.search}
        aria-label={text.search}
        placeholder={text.search}
        value={search}
        onChange={(_, { value }) => onSearch(value)}
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
