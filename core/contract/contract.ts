/**
 * What the window and the main process say to each other: requests, what they answer, events, and the only links that are
 * opened.
 */

import * as z from 'zod/mini';
import { line, listOf } from '../answers/lengths.ts';
import { DIRECTIONS, HAND_OUT_LANGUAGES } from '../contacts/contact-choices.ts';
import { type Connection, DEPLOYMENT_KINDS, type DeploymentKind, type Snapshot } from '../deployment/deployment.ts';
import { type PracticeChoice, practiceChoiceSchema } from '../deployment/practice.ts';
import type { Result } from '../failure.ts';
import { MAX_NAME_LENGTH } from '../domains/domain-names.ts';
import { DELIMITERS } from '../formats/csv.ts';
import type { PublicChange } from '../plan/change.ts';
import type { Plan } from '../plan/plan.ts';
import { type ProvisioningView, PROVISIONING_EVENTS } from '../provisioning/provisioning.ts';
import type { ReadinessProgress } from '../readiness/readiness-progress.ts';
import { readinessQuestionSchema } from '../readiness/readiness-question.ts';
import type { ReplicationProgress } from '../run/replication.ts';
import { RESUME_ACTIONS, type RollbackStep } from '../run/run-events.ts';
import type { RunList, RunSnapshot } from '../run/run.ts';
import type { Verification } from '../run/verification.ts';
import { WIZARD_MODES } from '../steps.ts';
import { type Draft, draftSchema } from '../wizard/draft.ts';
import { wizardFormSchema } from '../wizard/form.ts';
import { LINK_IDS } from './links.ts';

/** What the window needs to know of the program when it opens. */
export interface AppDescription {
  readonly version: string;
  /** Chosen on the command line with `--deployment`; null: the administrator chooses on the Start page. */
  readonly deployment: DeploymentKind | null;
  /** Where drafts, journals and the practice deployment are kept; for display. */
  readonly dataFolder: string;
  /** What the practice deployment behaves as, and the faults that it makes. */
  readonly practice: PracticeChoice;
}

/** A deployment that answers: the shell that was found, and what the module reported. */
export interface ConnectedDeployment {
  readonly powershellPath: string;
  readonly connection: Connection;
  /** The practice state that could not be read and was moved aside, if that happened. */
  readonly movedAside: string | null;
}

/** A run as the deployment now shows it: what became of each change, and what can be done. */
export interface SettledRun {
  readonly run: RunSnapshot;
  /** What continuing would do. */
  readonly remaining: readonly PublicChange[];
  /** What rolling back would do. */
  readonly rollback: readonly RollbackStep[];
  readonly canContinue: boolean;
}

const deployment = z.enum(DEPLOYMENT_KINDS);
const mode = z.enum(WIZARD_MODES);
const nothing = z.optional(z.null());
/** Never empty: without any, the rule would have no default. */
const microsoftDomains = z
  .array(z.string().check(z.maxLength(MAX_NAME_LENGTH)))
  .check(z.minLength(1), z.maxLength(500));
/** SHA-256 in hexadecimal. */
const planHash = z.string().check(z.regex(/^[0-9a-f]{64}$/u));
/** As `newRunId` makes them: no other becomes part of a path. */
const runId = z.string().check(z.regex(/^\d{8}T\d{6}Z-[0-9a-f]{8}$/u));
/** The name of a server, as it stands in the topology. */
const fqdn = z.string().check(z.regex(/^[\w.-]{1,255}$/u));
/** A list of contacts as the file holds it; that it is one, and not too long, was looked at when it was read. */
const rows = z
  .array(z.array(z.string().check(z.maxLength(1_000_000))).check(z.maxLength(10_000)))
  .check(z.maxLength(1_000_000));
const wizardInput = z.object({ mode, preparedProduct: line, form: wizardFormSchema });

/** What a page sends along when it asks for a plan, a run, a check or a report: everything that was filled in. */
export type WizardInput = z.infer<typeof wizardInput>;

/**
 * Every request that the window may make: the schema of its input, checked by the main process before anything is done.
 * Outputs are typed in `RequestOutputs`; they come from the trusted side and are not checked again.
 */
export const REQUESTS = {
  'app.describe': nothing,
  'draft.load': nothing,
  'draft.save': draftSchema,
  'draft.discard': nothing,
  'deployment.connect': z.object({ deployment, readOnly: z.boolean() }),
  'deployment.read': z.object({ deployment, readOnly: z.boolean() }),
  'deployment.show': z.object({ deployment, readOnly: z.boolean() }),
  /** Ends the present practice shells: the next connect finds what is chosen here. */
  'practice.choose': practiceChoiceSchema,
  /** Deletes what the practice deployment has become, so that the next connect finds it as it was at first. */
  'practice.reset': nothing,
  'plan.make': wizardInput,
  /** The plan, with what the deployment itself says to each command with -WhatIf. Nothing is changed. */
  'plan.rehearse': wizardInput,
  'plan.script': wizardInput,
  /** Saves the plan that was made last, when it still is the one with this hash. */
  'plan.save': z.object({ planHash }),
  'run.start': z.object({
    mode,
    preparedProduct: line,
    form: wizardFormSchema,
    planHash,
    /** The warnings that were acknowledged, by id. */
    acknowledged: listOf(line),
  }),
  'run.current': nothing,
  'run.cancel': nothing,
  'runs.list': z.object({ deployment }),
  /** Without a `runId`: the newest run. */
  'runs.settle': z.object({ deployment, runId: z.nullable(runId) }),
  'runs.resume': z.object({ deployment, runId, action: z.enum(RESUME_ACTIONS) }),
  /** Waits until every server has the changes that were sent last at that time; `replication.changed` events follow. */
  'replication.wait': z.object({ deployment, changedAt: z.iso.datetime() }),
  /** To one server, or (null) to all. */
  'replication.force': z.object({ fqdn: z.nullable(fqdn) }),
  'replication.cancel': nothing,
  /** Asks DNS and TLS servers, which nothing else does; `readiness.changed` events follow. One check at a time. */
  'readiness.run': readinessQuestionSchema,
  'readiness.cancel': nothing,
  'readiness.current': nothing,
  /** Takes the result of a check that was made elsewhere: the text that the command line printed. */
  'readiness.paste': z.object({ text: z.string().check(z.maxLength(50_000_000)) }),
  'deployment.verify': wizardInput,
  'report.save': wizardInput,
  'script.save': wizardInput,
  /** Saves a list with what each address became: the main process converts it, so that nothing else can be written. */
  'contacts.save': z.object({
    direction: z.enum(DIRECTIONS),
    microsoftDomains,
    list: z.object({
      table: z.object({ delimiter: z.enum(DELIMITERS), rows }),
      column: z.int().check(z.gte(0)),
      hasHeader: z.boolean(),
    }),
  }),
  'hand-out.save': z.object({ language: z.enum(HAND_OUT_LANGUAGES), microsoftDomains }),
  'provisioning.read': nothing,
  /** `on`: a date or a moment, null is now. `form`: what is sent, where something is. */
  'provisioning.record': z.object({
    kind: z.enum(PROVISIONING_EVENTS),
    on: z.nullable(line),
    seen: z.string().check(z.maxLength(2000)),
    form: z.nullable(wizardFormSchema),
  }),
  /** Saves the due times that are still to come as a calendar file. */
  'provisioning.reminder': nothing,
  /** Asks for a list of SIP domains and reads it. */
  'domains.open-file': nothing,
  'clipboard.write': z.object({ text: z.string().check(z.maxLength(1_000_000)) }),
  'link.open': z.object({ link: z.enum(LINK_IDS) }),
} as const;

export type RequestName = keyof typeof REQUESTS;
export type RequestInput<Name extends RequestName> = z.infer<(typeof REQUESTS)[Name]>;

/** What each request answers when it succeeds. */
export interface RequestOutputs {
  'app.describe': AppDescription;
  /** `movedAside`: where a draft that could not be read was put. */
  'draft.load': { readonly draft: Draft | null; readonly movedAside: string | null };
  'draft.save': null;
  'draft.discard': null;
  'deployment.connect': ConnectedDeployment;
  'deployment.read': Snapshot;
  /** `Get-CsPublicProvider` as the shell prints it. */
  'deployment.show': string;
  'practice.choose': null;
  'practice.reset': null;
  'plan.make': Plan;
  'plan.rehearse': Plan;
  'plan.script': string;
  /** The run as it begins; `run.changed` events follow. */
  'run.start': RunSnapshot;
  'run.current': RunSnapshot | null;
  'run.cancel': null;
  'runs.list': RunList;
  'runs.settle': SettledRun;
  /** The run as it goes on; `run.changed` events follow. */
  'runs.resume': RunSnapshot;
  'replication.wait': null;
  'replication.force': null;
  'replication.cancel': null;
  /** The check as it begins. */
  'readiness.run': ReadinessProgress;
  'readiness.cancel': null;
  'readiness.current': ReadinessProgress | null;
  'readiness.paste': ReadinessProgress;
  'deployment.verify': Verification;
  /** The path of the saved file; null when the dialog was closed without saving. */
  'report.save': string | null;
  'script.save': string | null;
  'plan.save': string | null;
  'contacts.save': string | null;
  'hand-out.save': string | null;
  'provisioning.read': ProvisioningView;
  'provisioning.record': ProvisioningView;
  'provisioning.reminder': string | null;
  /** Null when the dialog was closed. */
  'domains.open-file': { readonly name: string; readonly text: string } | null;
  'clipboard.write': null;
  'link.open': null;
}

/** Every event that the main process sends: always one whole picture, never a difference. */
export interface Events {
  'run.changed': RunSnapshot;
  'replication.changed': ReplicationProgress;
  'readiness.changed': ReadinessProgress;
}
export type EventName = keyof Events;

/** One handler a request; the window and the command line call the same ones. */
export type Handlers = {
  readonly [Name in RequestName]: (input: RequestInput<Name>) => Promise<Result<RequestOutputs[Name]>>;
};

/** What the preload script offers the page, and nothing else. */
export interface Bridge {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutputs[Name]>>;
  /** Returns the function that ends the subscription. */
  onEvent<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}

/** True when the name is one of the requests, as an own property of the table. */
export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(REQUESTS, name);
}
