import { parseAnswers } from '../../../core/answers/answers.ts';
import { type Result, failed, success } from '../../../core/failure.ts';
import type { ProvisioningView, ProvisioningEventKind } from '../../../core/provisioning/provisioning.ts';
import { escalationText } from '../../../core/provisioning/provisioning-notices.ts';
import { provisioningTexts as say } from '../../../core/provisioning/provisioning-texts.ts';
import { cliTexts } from '../../../core/texts/cli.ts';
import { ownIdentity } from '../../run/process-identity.ts';
import { type Provisioning, type ToRecord, createProvisioning } from '../../setup/provisioning.ts';
import { writeTextFile } from '../../storage/json-file.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readNamedFile } from '../options/named-file.ts';
import {
  PROVISIONING_ACTIONS,
  type ProvisioningAction,
  type ProvisioningOptions,
} from '../options/provisioning-options.ts';
import { type Output, type Streams, printOnly, refuse } from '../output.ts';
import { provisioningView } from '../views/provisioning-view.ts';
import { writtenView } from '../views/written-view.ts';

/** `request`: keeps or shows the record of the provisioning request; needs neither PowerShell nor a deployment. */
export async function provisioningCommand(
  action: ProvisioningAction,
  options: ProvisioningOptions,
  streams: Streams,
): Promise<ExitCode> {
  const output = { streams, options };
  const { dataDir } = options;
  const provisioning = createProvisioning({ dataDir, userName: ownIdentity().user, now: () => new Date() });
  if (action === 'reminder') return writeReminder(provisioning, output);
  const kind = PROVISIONING_ACTIONS[action];
  const view = kind === null ? await provisioning.read() : await recorded(kind, provisioning, options);
  if (!view.ok) return refuse(output, view.failure);
  const { record, asOf, movedAside } = view.value;
  if (movedAside !== null) streams.err(`${say.movedAside(movedAside)}\n`);
  if (action !== 'escalation') return printOnly(output, provisioningView(view.value), EXIT.done);
  const text = escalationText(record, asOf);
  if (text === null) return refuse(output, { kind: 'not-recorded', detail: say.nothingUnderWay });
  return printOnly(output, { json: { text }, words: text }, EXIT.done);
}

async function writeReminder(provisioning: Provisioning, output: Output): Promise<ExitCode> {
  const { out } = output.options;
  if (out === null) return refuse(output, { kind: 'invalid-request', detail: cliTexts.outNeeded });
  const reminder = await provisioning.reminder();
  if (!reminder.ok) return refuse(output, reminder.failure);
  const written = await writeTextFile(out, reminder.value);
  return written.ok ? printOnly(output, writtenView(out), EXIT.done) : refuse(output, written.failure);
}

async function recorded(
  kind: ProvisioningEventKind,
  provisioning: Provisioning,
  { on, seen, answers }: ProvisioningOptions,
): Promise<Result<ProvisioningView>> {
  const request = await requestIn(answers);
  return request.ok ? provisioning.record({ kind, on, seen, request: request.value }) : request;
}

/** The request of an answers file; null where none is named. */
async function requestIn(path: string | null): Promise<Result<ToRecord['request']>> {
  if (path === null) return success(null);
  const text = await readNamedFile(path);
  const answers = text.ok ? parseAnswers(text.value) : text;
  return answers.ok ? success(answers.value.request ?? null) : failed(answers.failure);
}
