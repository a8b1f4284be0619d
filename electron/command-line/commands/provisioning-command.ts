import { parseAnswers } from '../../../core/answers/answers.ts';
import { type Failure, failed, success } from '../../../core/failure.ts';
import {
  type ProvisioningView,
  type RequestEventKind,
  portalCounts,
  stateOf,
} from '../../../core/provisioning/provisioning.ts';
import { escalationText, logLine } from '../../../core/provisioning/provisioning-notices.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { provisioningTexts as say } from '../../../core/provisioning/provisioning-texts.ts';
import { utcMinute } from '../../../core/formats/times.ts';
import type { Provisioning, ToRecord } from '../../setup/provisioning.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import { EXIT, type ExitCode, exitCodeOfFailure } from '../exit-codes.ts';
import { type Streams, printFailure, printResult, readNamedFile } from '../output.ts';

/** What `request` can be asked to do, and the event that each records; null: it only tells. */
export const REQUEST_ACTIONS = {
  show: null,
  sent: 'sent',
  'in-progress': 'in-progress',
  activated: 'activated',
  cancel: 'cancelled',
  adjust: 'adjusted',
  note: 'noted',
  reminder: null,
  escalation: null,
} as const satisfies Record<string, RequestEventKind | null>;
export type RequestAction = keyof typeof REQUEST_ACTIONS;

/** The options of a call; each action has its own of them. */
export interface RequestOptions {
  readonly on: string | null;
  readonly seen: string;
  readonly answers: string | null;
  readonly out: string | null;
  readonly json: boolean;
}

/** Keeps or shows the record of the request; needs neither PowerShell nor a deployment. */
export async function requestCommand(
  action: RequestAction,
  provisioning: Provisioning,
  streams: Streams,
  options: RequestOptions,
): Promise<ExitCode> {
  const refuse = (failure: Failure): ExitCode => {
    printFailure(streams, failure, options.json);
    return exitCodeOfFailure(failure);
  };
  const print = async (json: unknown, words: string): Promise<ExitCode> => {
    await printResult(streams, { json, words }, { json: options.json, out: null });
    return EXIT.done;
  };
  if (action === 'reminder') {
    if (options.out === null) return refuse({ kind: 'invalid-request', detail: cliTexts.outNeeded });
    const reminder = await provisioning.reminder();
    if (!reminder.ok) return refuse(reminder.failure);
    const written = await writeTextFile(options.out, reminder.value);
    return written.ok ? print({ path: options.out }, cliTexts.written(options.out)) : refuse(written.failure);
  }
  const kind = REQUEST_ACTIONS[action];
  const view = kind === null ? await provisioning.read() : await recorded(kind, provisioning, options);
  if (!view.ok) return refuse(view.failure);
  const { record, asOf, movedAside } = view.value;
  if (movedAside !== null) streams.err(`${say.movedAside(movedAside)}\n`);
  if (action !== 'escalation') return print(viewJson(view.value), viewWords(view.value));
  const text = escalationText(record, asOf);
  return text === null ? refuse({ kind: 'not-recorded', detail: say.nothingUnderWay }) : print({ text }, text);
}

async function recorded(kind: RequestEventKind, provisioning: Provisioning, options: RequestOptions) {
  const { on, seen } = options;
  const request = await requestIn(options.answers);
  return request.ok ? provisioning.record({ kind, on, seen, request: request.value }) : request;
}

/** The request of an answers file; null where none is named. */
async function requestIn(path: string | null) {
  if (path === null) return success<ToRecord['request']>(null);
  const text = await readNamedFile(path);
  const answers = text.ok ? parseAnswers(text.value) : text;
  return answers.ok ? success(answers.value.request ?? null) : failed(answers.failure);
}

/** The published form of the record. */
function viewJson({ record, asOf, movedAside }: ProvisioningView): object {
  return { asOf, state: stateOf(record, asOf), counts: portalCounts(record), ...record, movedAside };
}

function viewWords({ record, asOf }: ProvisioningView): string {
  const state = stateOf(record, asOf);
  const { activated, inProgress } = portalCounts(record);
  return [
    `${say.states[state.kind]}. ${say.stateSentence(state, utcMinute)}`,
    say.counts(activated, inProgress),
    '',
    ...(record.log.length > 0 ? record.log.map(logLine) : [say.noLog]),
  ].join('\n');
}
