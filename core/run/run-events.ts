import * as z from 'zod/mini';
import { answersSchema } from '../answers/answers-schema.ts';
import { type CmdletName, type Command, isCmdletName, parameterType } from '../deployment/cmdlets.ts';
import { DEPLOYMENT_KINDS, connectionSchema, publicProviderSchema, snapshotSchema } from '../deployment/deployment.ts';
import { FAILURE_KINDS, type Failure } from '../failure.ts';
import { CHANGE_KINDS, CHANGE_STATUSES, type PlannedChange, type Subject } from '../plan/change.ts';

/** How a run ended. The exit codes and the words on the Apply page follow from it. */
const RUN_OUTCOMES = [
  'done',
  'nothing-to-do',
  /** It failed or was taken back, and the deployment is as it was before. */
  'restored',
  /** It failed, was cancelled or was left, and some changes stand. */
  'left-changed',
  /** It was cancelled before anything was changed. */
  'cancelled',
  /** It could not be found out what the deployment is like now. */
  'unknown',
] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** What can be done with a run that did not come to its end. */
export const RESUME_ACTIONS = ['continue', 'rollback', 'leave'] as const;
export type ResumeAction = (typeof RESUME_ACTIONS)[number];

const at = z.string();
const id = z.string();
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const properties = z.record(z.string(), value);
const owner = z.object({ user: z.string(), host: z.string(), processId: z.number() });
/** Who makes a run: account, computer, process. */
export type RunOwner = Readonly<z.infer<typeof owner>>;
const lockOwner = z.extend(owner, { runId: z.string(), at });

/** A process, with what tells it from another of its number; null where the system tells nothing. */
const processMark = z.object({ processId: z.int().check(z.positive()), startedAt: z.nullable(z.string()) });

/** The PowerShell that works for a run, and the process that it works for: it may outlive that one. */
export const shellProcessSchema = z.extend(processMark, { host: z.string(), owner: processMark });
export type ShellProcess = Readonly<z.infer<typeof shellProcessSchema>>;
const shell = z._default(z.nullable(shellProcessSchema), null);

/** A journal is this program's own file; of a failure the kind is checked, which decides how it is put into words. */
const failure = z.custom<Failure>(
  (given) =>
    typeof given === 'object' && given !== null && 'kind' in given && FAILURE_KINDS.some((kind) => kind === given.kind),
);

/** A call that a journal holds may be sent again, so it is held to the table of cmdlets as any other. */
const call = z
  .object({
    cmdlet: z.custom<CmdletName>(isCmdletName),
    parameters: properties,
  })
  .check(
    z.refine((given: Command) =>
      Object.keys(given.parameters).every((name) => parameterType(given.cmdlet, name) !== null),
    ),
  );

const subject = z.union([
  z.object({ type: z.literal('access-edge') }),
  z.object({ type: z.enum(['policy', 'provider', 'user']), identity: z.string() }),
]) satisfies z.ZodMiniType<Subject>;

const plannedChange = z.object({
  id,
  kind: z.enum(CHANGE_KINDS),
  status: z.enum(CHANGE_STATUSES),
  sentence: z.string(),
  subject,
  call: z.nullable(call),
  undo: z.nullable(call),
  before: z.nullable(properties),
  after: z.nullable(properties),
  destructive: z.boolean(),
  unit: z.nullable(z.literal('provider-swap')),
  affects: z.object({ sentence: z.string(), users: z.nullable(z.number()), replicas: z.readonly(z.array(z.string())) }),
  notes: z.readonly(z.array(z.string())),
}) satisfies z.ZodMiniType<PlannedChange>;

/** One step of taking a run back. Its command is the change's own `undo`. */
const rollbackStep = z.object({
  id,
  sentence: z.string(),
  command: z.nullable(z.string()),
  status: z.enum(CHANGE_STATUSES),
  /** Why it is not done, or why the organisation-wide switch may be; null when there is nothing to explain. */
  reason: z.nullable(z.string()),
});
export type RollbackStep = z.infer<typeof rollbackStep>;

/** A warning that the administrator has read and accepted. */
const acknowledgement = z.object({ id, message: z.string() });
export type Acknowledgement = z.infer<typeof acknowledgement>;

/**
 * One line of a run's journal. What is about to be run is on the disk before it is sent, so it survives whatever follows;
 * then what came of the command, and then what was read back.
 */
export const runEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run-started'),
    runId: z.string(),
    at,
    deployment: z.enum(DEPLOYMENT_KINDS),
    /** Which deployment of that kind: the practice deployment's file; empty for this computer's own. */
    place: z._default(z.string(), ''),
    product: connectionSchema.shape.product,
    module: connectionSchema.shape.module,
    powershell: connectionSchema.shape.powershell,
    planHash: z.string(),
    answers: answersSchema,
    before: snapshotSchema,
    changes: z.array(plannedChange),
    acknowledged: z.array(acknowledgement),
    owner,
    /** The owner of a run that had died, whose lock was taken over. */
    takenOver: z.nullable(lockOwner),
    shell,
  }),
  /** A PowerShell in place of one that was lost; on the disk before anything is sent to it. */
  z.object({ type: z.literal('shell-opened'), at, shell: shellProcessSchema }),
  z.object({ type: z.literal('change-started'), id, at }),
  z.object({
    type: z.literal('change-ran'),
    id,
    at,
    durationMs: z.number(),
    warnings: z.array(z.string()),
    failure: z.nullable(failure),
  }),
  z.object({
    type: z.literal('change-verified'),
    id,
    at,
    result: z.enum(['done', 'not-as-wanted', 'failed', 'unknown']),
    readBack: z.nullable(properties),
    /** Why it could not be read back. */
    failure: z.nullable(failure),
  }),
  /** What became of a change whose outcome was not known, found out by reading. */
  z.object({
    type: z.literal('change-settled'),
    id,
    at,
    /** `already-right`: it is as wanted, but not by this run. */
    result: z.enum(['done', 'already-right', 'skipped', 'unknown']),
    readBack: z.nullable(properties),
  }),
  z.object({ type: z.literal('rollback-started'), at, steps: z.array(rollbackStep) }),
  z.object({ type: z.literal('restore-started'), id, at, command: z.string() }),
  z.object({ type: z.literal('restore-ended'), id, at, isRestored: z.boolean(), failure: z.nullable(failure) }),
  z.object({
    type: z.literal('run-resumed'),
    at,
    action: z.enum(RESUME_ACTIONS),
    owner,
    takenOver: z.nullable(lockOwner),
    shell,
  }),
  z.object({
    type: z.literal('run-ended'),
    at,
    outcome: z.enum(RUN_OUTCOMES),
    /** The administrator asked to stop it. */
    isCancelled: z.boolean(),
    /** The journal could not be written, and the run stopped for that. */
    journalFailure: z.nullable(failure),
    provider: z.nullable(publicProviderSchema),
    textOutput: z.string(),
    /** The commands that would take back what still stands, for whoever does it by hand. */
    byHand: z.array(z.string()),
  }),
]);
export type RunEvent = z.infer<typeof runEventSchema>;
export type RunStarted = Extract<RunEvent, { type: 'run-started' }>;

/**
 * A line of a journal that does not say what was written: `unreadable`, or `changed` since (or one before it was taken
 * away). What it told of is not known any more. Lines count from 1.
 */
export interface DamagedLine {
  readonly type: 'line-damaged';
  readonly line: number;
  readonly problem: 'unreadable' | 'changed';
}

/** What a line of a journal tells, a damaged one included. */
export type JournalEntry = RunEvent | DamagedLine;
