import { checkAnswers } from '../../core/answers/answers.ts';
import { success } from '../../core/failure.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';
import type { Provisioning } from '../setup/provisioning.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { readListFile } from '../storage/list-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Asks for the list of SIP domains, and where the reminder is saved. */
export interface ProvisioningDialogs {
  chooseDomainsFile(): Promise<string | null>;
  chooseReminderPath(suggestedName: string): Promise<string | null>;
}

/** The provisioning request: its record, its reminders, and its domains from a file. */
export function provisioningHandlers(provisioning: Provisioning, dialogs: ProvisioningDialogs) {
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
  } satisfies HandlersOf<'provisioning' | 'domains'>;
}
