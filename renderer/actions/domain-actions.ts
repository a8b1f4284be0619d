import { type WizardForm, listedNames } from '../../core/wizard/form.ts';
import type { DomainImport } from '../../core/domains/domain-import.ts';
import { type EdgeForm, edgesOfForm, withEdges } from '../../core/wizard/edge-form.ts';
import type { Failure, Result } from '../../core/failure.ts';
import type { ActionContext } from './action-context.ts';
import type { ImportState } from '../state/domain-import-state.ts';

export interface DomainActions {
  /** Adds what was read to an Access Edge (by position); what is in the list already stays where it is. */
  addDomains(result: DomainImport, source: string | null, edge: number): void;
  /** Asks for a file; null when the dialog was closed. */
  openDomainsFile(): Promise<Result<{ readonly name: string; readonly text: string } | null>>;
  /** Says why a file could not be read. */
  refuseImport(failure: Failure): void;
  /** Takes out what the last import added. */
  undoImport(): void;
  closeImport(): void;
  removeDomains(names: ReadonlySet<string>): void;
  moveDomains(names: ReadonlySet<string>, edge: number): void;
}

/** Changing the list of SIP domains: thousands at once, and back. */
export function domainActions(
  { store, bridge }: ActionContext,
  edit: (change: (form: WizardForm) => WizardForm) => void,
): DomainActions {
  const show = (domainImport: ImportState) => store.setState({ domainImport });
  const editEdges = (change: (edges: readonly EdgeForm[]) => readonly EdgeForm[]) =>
    edit((form) => withEdges(form, change(edgesOfForm(form.request))));
  const add: DomainActions['addDomains'] = (result, source, edge) => {
    const present = new Set(namesOf(edgesOfForm(store.getState().form.request)).map((name) => name.toLowerCase()));
    const added = result.domains.map(({ ascii }) => ascii).filter((name) => !present.has(name));
    if (added.length > 0) editEdges((edges) => withNames(edges, edge, added));
    const duplicates = result.duplicates + result.domains.length - added.length;
    show({ status: 'done', last: { source, result, added, duplicates } });
  };
  const remove = (names: ReadonlySet<string>) => editEdges((edges) => edges.map((edge) => withoutNames(edge, names)));
  return {
    addDomains: add,
    openDomainsFile: () => bridge.request('domains.open-file', null),
    refuseImport: (failure) => show({ status: 'failed', failure }),
    undoImport: () => {
      const { domainImport } = store.getState();
      if (domainImport.status !== 'done') return;
      const names = new Set(domainImport.last.added);
      remove(names);
      show({ status: 'undone', count: names.size });
    },
    closeImport: () => show({ status: 'none' }),
    removeDomains: remove,
    moveDomains: (names, target) =>
      editEdges((edges) => {
        const moved = namesOf(edges).filter((name) => names.has(name));
        return withNames(
          edges.map((edge) => withoutNames(edge, names)),
          target,
          moved,
        );
      }),
  };
}

function namesOf(edges: readonly EdgeForm[]): string[] {
  return edges.flatMap(({ sipDomains }) => listedNames(sipDomains));
}

function withNames(edges: readonly EdgeForm[], target: number, names: readonly string[]): readonly EdgeForm[] {
  return edges.map((edge, index) =>
    index === target ? { ...edge, sipDomains: [...listedNames(edge.sipDomains), ...names].join('\n') } : edge,
  );
}

function withoutNames(edge: EdgeForm, names: ReadonlySet<string>): EdgeForm {
  const kept = listedNames(edge.sipDomains).filter((name) => !names.has(name));
  return { ...edge, sipDomains: kept.join('\n') };
}
