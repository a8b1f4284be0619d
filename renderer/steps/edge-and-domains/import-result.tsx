import {
  Button,
  Caption1,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowUndo20Regular, Dismiss20Regular } from '@fluentui/react-icons';
import type { ImportedDomain, RefusedText } from '../../../core/domains/domain-import.ts';
import { domainImportText as text } from '../../../core/texts/pages/domain-import.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { FailureBar } from '../../components/failure-bar.tsx';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import type { LastImport } from '../../state/domain-import-state.ts';

/** As many lines as a person reads; what was refused can be copied whole. */
const MAX_ROWS = 100;

const useStyles = makeStyles({
  result: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalM,
  },
  text: { fontFamily: tokens.fontFamilyMonospace },
});

/** What came of the last import: taken, mended, refused, merged, each with its lines; and how to take it back. */
export function ImportResult() {
  const { closeImport } = useActions();
  const state = useWizard(({ domainImport }) => domainImport);
  if (state.status === 'none') return null;
  if (state.status === 'done') return <Result key={resultKey(state.last)} last={state.last} />;
  const close = <CloseButton onClose={closeImport} />;
  if (state.status === 'failed') return <FailureBar failure={state.failure} actions={close} />;
  return (
    <MessageBar intent="info">
      <MessageBarBody>{text.undone(state.count)}</MessageBarBody>
      <MessageBarActions containerAction={close} />
    </MessageBar>
  );
}

/** What is folded open in one result has nothing to do with the next. */
function resultKey({ added, duplicates, result }: LastImport): string {
  return [added.length, duplicates, result.refused.length, added[0] ?? ''].join(' ');
}

function Result({ last }: { readonly last: LastImport }) {
  const styles = useStyles();
  const { closeImport, undoImport } = useActions();
  const { added, duplicates, source, result } = last;
  const mended = result.domains.filter(({ mends }) => mends.length > 0);
  const warned = result.domains.filter(({ mixedScripts }) => mixedScripts.length > 0);
  const counts = [
    ...(mended.length > 0 ? [text.mendedCount(mended.length)] : []),
    ...(result.refused.length > 0 ? [text.refusedCount(result.refused.length)] : []),
    ...(duplicates > 0 ? [text.duplicateCount(duplicates)] : []),
    ...(warned.length > 0 ? [text.warnedCount(warned.length)] : []),
  ];
  const isClean = result.refused.length === 0 && warned.length === 0;
  return (
    <div className={styles.result}>
      <MessageBar intent={isClean ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{text.added(added.length)}</MessageBarTitle>
          {source !== null && `${text.source(source)} `}
          {result.column !== null && `${text.column(result.column)} `}
          {counts.length > 0 && `${counts.join(', ')}.`}
        </MessageBarBody>
        <MessageBarActions containerAction={<CloseButton onClose={closeImport} />}>
          {added.length > 0 && (
            <Button icon={<ArrowUndo20Regular />} aria-label={text.undoNamed} onClick={undoImport}>
              {text.undo}
            </Button>
          )}
        </MessageBarActions>
      </MessageBar>
      {result.refused.length > 0 && <Refused refused={result.refused} />}
      {mended.length > 0 && <Mended mended={mended} />}
    </div>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  return <Button appearance="transparent" icon={<Dismiss20Regular />} aria-label={text.dismiss} onClick={onClose} />;
}

function Refused({ refused }: { readonly refused: readonly RefusedText[] }) {
  const styles = useStyles();
  const { copy } = useActions();
  const lines = refused.map(({ line, text: found, reason }) => `${line}\t${found}\t${text.refusal(reason, found)}`);
  return (
    <Disclosure label={text.showRefused(refused.length)}>
      <DataTable
        label={text.refusedTable}
        rows={refused.slice(0, MAX_ROWS)}
        keyOf={({ line, text: found }, index) => `${index} ${line} ${found}`}
        columns={[
          { label: text.line, size: 'narrow', renderCell: ({ line }) => line.toLocaleString('en') },
          { label: text.text, renderCell: (row) => <span className={styles.text}>{row.text}</span> },
          { label: text.reason, size: 'wide', renderCell: (row) => text.refusal(row.reason, row.text) },
        ]}
      />
      <div className={styles.lines}>
        <MoreRows count={refused.length} />
        <CopyButton name={text.refusedTable} label={text.copyRefused} onCopy={() => copy(lines.join('\n'))} />
      </div>
    </Disclosure>
  );
}

function Mended({ mended }: { readonly mended: readonly ImportedDomain[] }) {
  const styles = useStyles();
  return (
    <Disclosure label={text.showMended(mended.length)}>
      <DataTable
        label={text.mendedTable}
        rows={mended.slice(0, MAX_ROWS)}
        keyOf={({ ascii }) => ascii}
        columns={[
          { label: text.line, size: 'narrow', renderCell: ({ line }) => line.toLocaleString('en') },
          { label: text.text, renderCell: (row) => <span className={styles.text}>{row.text}</span> },
          { label: text.domain, renderCell: ({ ascii }) => <span className={styles.text}>{ascii}</span> },
          { label: text.how, renderCell: ({ mends }) => text.mends(mends) },
        ]}
      />
      <MoreRows count={mended.length} />
    </Disclosure>
  );
}

function MoreRows({ count }: { readonly count: number }) {
  return count > MAX_ROWS ? <Caption1 block>{text.more(count - MAX_ROWS)}</Caption1> : null;
}
