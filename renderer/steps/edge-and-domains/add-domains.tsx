import { Button, Field, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular, FolderOpen20Regular } from '@fluentui/react-icons';
import { type DragEvent, useMemo, useState } from 'react';
import { readDomains } from '../../../core/domains/domain-import.ts';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { edgeDomainsPath } from '../../../core/answers/provisioning-problems.ts';
import { domainImportText as text } from '../../../core/texts/pages/domain-import.ts';
import { edgeText } from '../../../core/texts/pages/edge-and-domains.ts';
import { readListText } from '../../hooks/read-list-file.ts';
import { useField } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';
import { snapshotOf } from '../../state/state.ts';
import { edgePlace, missingDomains } from './domain-rows.ts';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { backgroundColor: tokens.colorBrandBackground2 },
  textarea: { minHeight: '76px', maxHeight: '240px', fontFamily: tokens.fontFamilyMonospace },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  edge: { maxWidth: '420px' },
});

/** Adds SIP domains: typed, pasted, dropped, from a file, or from the deployment. A pasted list is added at once. */
export function AddDomains({ edge, onChooseEdge }: EdgeChoice) {
  const styles = useStyles();
  const { add, addFile, addDropped } = useAdding(edge);
  const { typed, setTyped, addTyped } = useTyped(add);
  const { isOver, handlers } = useDropTarget(addDropped);
  return (
    <div className={mergeClasses(styles.panel, isOver && styles.over)} {...handlers}>
      <EdgeSelect edge={edge} onChooseEdge={onChooseEdge} />
      <TypedDomains edge={edge} isOver={isOver} typed={typed} onType={setTyped} onEnd={addTyped} onList={add} />
      <div className={styles.actions}>
        <Button icon={<Add20Regular />} disabledFocusable={typed.trim() === ''} onClick={addTyped}>
          {text.add}
        </Button>
        <Button icon={<FolderOpen20Regular />} onClick={() => void addFile()}>
          {text.open}
        </Button>
        <AddMissing onList={add} />
      </div>
    </div>
  );
}

/** The Access Edge that is added to, by position. */
interface EdgeChoice {
  readonly edge: number;
  readonly onChooseEdge: (edge: number) => void;
}

type AddList = (listed: string, source?: string) => void;

/** The ways to the list of an Access Edge: a text, a file that is asked for, and what was dropped. */
function useAdding(edge: number) {
  const { addDomains, openDomainsFile, refuseImport } = useActions();
  const add: AddList = (listed, source) => addDomains(readDomains(listed), source ?? null, edge);
  const addFile = async () => {
    const opened = await openDomainsFile();
    if (!opened.ok) refuseImport(opened.failure);
    else if (opened.value) add(opened.value.text, opened.value.name);
  };
  const addDropped = async ({ file, text: dropped }: Dropped) => {
    if (!file) {
      add(dropped);
      return;
    }
    const read = await readListText(file);
    if (read.ok) add(read.value, file.name);
    else refuseImport({ kind: 'invalid-list', path: file.name, detail: read.failure });
  };
  return { add, addFile, addDropped };
}

/** What is typed until it is added. */
function useTyped(add: AddList) {
  const [typed, setTyped] = useState('');
  const addTyped = () => {
    if (typed.trim() === '') return;
    add(typed);
    setTyped('');
  };
  return { typed, setTyped, addTyped };
}

/** What was dropped: the first file, or else a text. */
interface Dropped {
  readonly file: File | undefined;
  readonly text: string;
}

/** A part of the page on which a file or a text can be dropped; `isOver` while one is held over it. */
function useDropTarget(onDropped: (dropped: Dropped) => Promise<void>) {
  const [isOver, setIsOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      const { dataTransfer } = event;
      void onDropped({ file: dataTransfer.files[0], text: dataTransfer.getData('text') });
    },
  };
  return { isOver, handlers };
}

/** Where there are several Access Edges: whose domains are added. */
function EdgeSelect({ edge, onChooseEdge }: EdgeChoice) {
  const styles = useStyles();
  const edges = edgesOfForm(useWizard((state) => state.form.request));
  if (edges.length < 2) return null;
  return (
    <Field className={styles.edge} label={text.edge}>
      <Select value={String(edge)} onChange={(_, { value }) => onChooseEdge(Number(value))}>
        {edges.map(({ fqdn }, position) => (
          <option key={edgeText.edgeNames(position + 1, fqdn)} value={position}>
            {edgeText.edgeNames(position + 1, fqdn)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The field. Enter, or going on to another control, ends what is typed; a pasted list does not wait for either. */
function TypedDomains(props: {
  readonly edge: number;
  readonly isOver: boolean;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onEnd: () => void;
  readonly onList: AddList;
}) {
  const styles = useStyles();
  const { edge, isOver, typed, onType, onEnd, onList } = props;
  const path = useWizard((state) => edgeDomainsPath(edgePlace(state.form, edge)));
  const { id, onBlur, validation } = useField(path);
  return (
    <Field label={text.label} hint={isOver ? text.drop : text.hint} {...validation}>
      <Textarea
        id={id}
        textarea={{ className: styles.textarea }}
        resize="vertical"
        placeholder={text.placeholder}
        value={typed}
        spellCheck={false}
        onBlur={({ relatedTarget }) => {
          onBlur();
          // Going on to another control finishes what was typed; a look at another window does not.
          if (relatedTarget) onEnd();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnd();
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          // Several at once are a list; one is typed on or added by the button.
          if (typed !== '' || !/\S[\s,;]+\S/u.test(pasted)) return;
          event.preventDefault();
          onList(pasted);
        }}
        onChange={(_, { value }) => onType(value)}
      />
    </Field>
  );
}

/** Adds the SIP domains of the deployment that the request does not have. */
function AddMissing({ onList }: { readonly onList: AddList }) {
  const form = useWizard((state) => state.form);
  const snapshot = useWizard(snapshotOf);
  const missing = useMemo(() => missingDomains(form, snapshot), [form, snapshot]);
  if (missing.length === 0) return null;
  return <Button onClick={() => onList(missing.join('\n'))}>{text.fromDeployment(missing.length)}</Button>;
}
