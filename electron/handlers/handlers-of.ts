import type { Handlers, RequestName } from '../../core/contract/contract.ts';

/** The handlers of every request of a topic: `HandlersOf<'draft'>` answers `draft.load`, `draft.save` and the others. */
export type HandlersOf<Topic extends string> = Pick<Handlers, Extract<RequestName, `${Topic}.${string}`>>;
