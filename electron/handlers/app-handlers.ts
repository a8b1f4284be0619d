import type { AppDescription } from '../../core/contract/contract.ts';
import { LINKS } from '../../core/contract/links.ts';
import { success } from '../../core/failure.ts';
import type { Practice } from '../setup/practice.ts';
import type { HandlersOf } from './handlers-of.ts';

/** What the requests about the program itself and its surroundings need. */
export interface AppSurroundings {
  readonly description: Omit<AppDescription, 'practice'>;
  readonly practice: Practice;
  readonly clipboard: { writeText(text: string): void };
  readonly openLink: (url: string) => Promise<void>;
}

/** The program itself, the clipboard and the administrator's browser. */
export function appHandlers({ description, practice, clipboard, openLink }: AppSurroundings) {
  return {
    'app.describe': async () => success({ ...description, practice: await practice.describe() }),
    'clipboard.write': async ({ text }) => {
      clipboard.writeText(text);
      return success(null);
    },
    'link.open': async ({ link }) => {
      await openLink(LINKS[link]);
      return success(null);
    },
  } satisfies HandlersOf<'app' | 'clipboard' | 'link'>;
}
