import { useState } from 'react';
import type { Result } from '../../core/failure.ts';
import type { Loadable } from '../state/state.ts';

/** Asks for a file to be saved, and keeps what came of it: its path, null when the dialog was closed, or the failure. */
export function useSaving(save: () => Promise<Result<string | null>>): {
  readonly state: Loadable<string | null>;
  readonly start: () => void;
} {
  const [state, setState] = useState<Loadable<string | null>>({ status: 'idle' });
  const run = async () => {
    setState({ status: 'loading' });
    const saved = await save();
    setState(saved.ok ? { status: 'ready', value: saved.value } : { status: 'failed', failure: saved.failure });
  };
  return { state, start: () => void run() };
}
