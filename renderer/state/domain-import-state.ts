import type { DomainImport } from '../../core/domains/domain-import.ts';
import type { Failure } from '../../core/failure.ts';

/** What the last import did, until it is undone or closed. */
export interface LastImport {
  /** The name of the file; null: typed or pasted. */
  readonly source: string | null;
  readonly result: DomainImport;
  /** The names that were not in the list before: what undoing takes out again. */
  readonly added: readonly string[];
  /** Duplicates in the text, and names that were in the list already. */
  readonly duplicates: number;
}

/** The state of importing: what was done last, or why a file could not be read. */
export type ImportState =
  | { readonly status: 'none' }
  | { readonly status: 'done'; readonly last: LastImport }
  | { readonly status: 'undone'; readonly count: number }
  | { readonly status: 'failed'; readonly failure: Failure };
