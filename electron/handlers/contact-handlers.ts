import { convertedTable } from '../../core/contacts/contact-list.ts';
import { handOut } from '../../core/contacts/hand-out.ts';
import { csvText } from '../../core/formats/csv.ts';
import { handOutFile } from '../reports/hand-out.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { saveChosen } from '../storage/save-chosen.ts';
import type { HandlersOf } from './handlers-of.ts';

/** Asks where a list or a hand-out is saved. */
export interface ContactDialogs {
  chooseListPath(suggestedName: string): Promise<string | null>;
  chooseHandOutPath(suggestedName: string): Promise<string | null>;
}

/** What the Add contacts page saves. `today` is the day as `2024-05-06`, for the suggested name. */
export function contactHandlers(dialogs: ContactDialogs, today: () => string) {
  return {
    'contacts.save': async ({ list, ...conversion }) => {
      const path = await dialogs.chooseListPath(`skype-contacts-${today()}.csv`);
      return saveChosen(path, csvText(convertedTable(list, conversion)), writeTextFile);
    },
    'hand-out.save': async ({ language, microsoftDomains }) => {
      const path = await dialogs.chooseHandOutPath(`skype-contacts-${language}.html`);
      return saveChosen(path, handOutFile(handOut(language, microsoftDomains), path ?? ''), writeTextFile);
    },
  } satisfies HandlersOf<'contacts' | 'hand-out'>;
}
