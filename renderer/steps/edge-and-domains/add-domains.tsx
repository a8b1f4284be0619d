import { Button, Field, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { FolderOpen20Regular } from '@fluentui/react-icons/svg/folder-open';
import { type DragEvent, useMemo, useState } from 'react';
import { readDomains } from '../../../core/domains/domain-import.ts';
import { edgesOfForm } from '../../../core/wizard/edge-form.ts';
import { edgeDomainsPath } from '../../../core/answers/request-problems.ts';
import { domainImportText as text } from '../../../core/texts/pages/domain-import.ts';
import { edgeText } from '../../../core/texts/pages/edge-and-domains.ts';
import { edgePlace, missingDomains } from './domain-rows.ts';
import { readListText } from '../../hooks/read-list-file.ts';
import { snapshotOf } from '../../state/state.ts';
import { useField } from '../../hooks/use-field.ts';
import { useActions, useWizard } from '../../hooks/wizard-context.tsx';

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
export function AddDomains(props: { readonly edge: number; readonly onChooseEdge: (edge: number) => void }) {
  const styles = useStyles();
  const { edge, onChooseEdge } = props;
  const { addDomains, openDomainsFile, refuseImport } = useActions();
  const form = useWizard((state) => state.form);
  const snapshot = useWizard(snapshotOf);
  const missing = useMemo(() => missingDomains(form, snapshot), [form, snapshot]);
  const edges = edgesOfForm(form.request);
  const { id, onBlur, validation } = useField(edgeDomainsPath(edgePlace(form, edge)));
  const [typed, setTyped] = useState('');
  const [isOver, setIsOver] = useState(false);
  const add = (listed: string, source: string | null) => addDomains(readDomains(listed), source, edge);
  const addTyped = () => {
    if (typed.trim() === '') return;
    add(typed, null);
    setTyped('');
  };
  const open = async () => {
    const opened = await openDomainsFile();
    if (!opened.ok) refuseImport(opened.failure);
    else if (opened.value) add(opened.value.text, opened.value.name);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (!file) {
      add(event.dataTransfer.getData('text'), null);
      return;
    }
    const read = await readListText(file);
    if (read.ok) add(read.value, file.name);
    else refuseImport({ kind: 'storage', path: file.name, detail: read.failure });
  };
  return (
    <div
      className={mergeClasses(styles.panel, isOver && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => void drop(event)}
    >
      {edges.length > 1 && (
        <Field className={styles.edge} label={text.edge}>
          <Select value={String(edge)} onChange={(_, { value }) => onChooseEdge(Number(value))}>
            {edges.map(({ fqdn }, position) => (
              <option key={edgeText.edgeNames(position + 1, fqdn)} value={position}>
                {edgeText.edgeNames(position + 1, fqdn)}
              </option>
            ))}
          </Select>
        </Field>
      )}
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
            if (relatedTarget) addTyped();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            addTyped();
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            // Several at once are a list; one is typed on or added by the button.
            if (typed !== '' || !/\S[\s,;]+\S/u.test(pasted)) return;
            event.preventDefault();
            add(pasted, null);
          }}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button icon={<Add20Regular />} disabledFocusable={typed.trim() === ''} onClick={addTyped}>
          {text.add}
        </Button>
        <Button icon={<FolderOpen20Regular />} onClick={() => void open()}>
          {text.open}
        </Button>
        {missing.length > 0 && (
          <Button onClick={() => add(missing.join('\n'), null)}>{text.fromDeployment(missing.length)}</Button>
        )}
      </div>
    </div>
  );
}
