import { checkAnswers } from '../../core/answers/answers.ts';
import type { Handlers } from '../../core/contract/contract.ts';
import { success } from '../../core/failure.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { Provisioning } from '../setup/provisioning.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { readListFile } from '../storage/list-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';

/** Asks for the list of SIP domains, and where the reminder is saved. */
export interface RequestRecordDialogs {
  chooseDomainsFile(): Promise<string | null>;
  chooseReminderPath(suggestedName: string): Promise<string | null>;
}

/** The pages of the request: its record, its reminders, and its domains from a file. */
export function requestRecordHandlers(
  provisioning: Provisioning,
  dialogs: RequestRecordDialogs,
): Pick<Handlers, 'provisioning.read' | 'provisioning.record' | 'provisioning.reminder' | 'domains.open-file'> {
  return {
    'provisioning.read': () => provisioning.read(),
    'provisioning.record': async ({ form, ...event }) => {
      const checked = form ? checkAnswers(candidateAnswers(form)) : null;
      if (checked && !checked.ok) return checked;
      return provisioning.record({ ...event, request: checked?.value.request ?? null });
    },
    'provisioning.reminder': async () => {
      const reminder = await provisioning.reminder();
      if (!reminder.ok) return reminder;
      return saveChosen(await dialogs.chooseReminderPath('federation-request.ics'), reminder.value, writeTextFile);
    },
    'domains.open-file': async () => {
      const path = await dialogs.chooseDomainsFile();
      return path === null ? success(null) : readListFile(path);
    },
  };
}
