import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CHECK_PAGES, type JourneyPage, PAGES, RETIRE_PAGES } from '../../build/practice-run/journey.mjs';
import { DEFAULT_PRACTICE_PROFILE } from '../../core/deployment/products.ts';
import type { Goal } from '../../core/goal.ts';
import type { StepId } from '../../core/steps.ts';
import type { Draft } from '../../core/wizard/draft.ts';
import { EMPTY_FORM, type WizardForm } from '../../core/wizard/form.ts';
import type { LaunchRequest, LaunchedApp } from './electron-app.ts';

const SAVED_AT = '2024-05-06T10:00:00.000Z';

/** What a walk through the pages fills in, with what the practice deployment knows of itself. */
const FILLED_FORM: WizardForm = {
  ...EMPTY_FORM,
  request: {
    agreement: { type: 'volume-licensing', number: 'V1234567', termsAccepted: true, termsAcceptedAt: SAVED_AT },
    contacts: {
      primary: { name: 'A. Admin', email: 'admin@contoso.com', phone: '' },
      alternate: { name: 'B. Backup', email: 'backup@contoso.com', phone: '' },
    },
    accessEdgeFqdn: 'sip.contoso.com',
    sipDomains: 'contoso.com\nfabrikam.com',
    furtherEdges: [],
  },
};

/** The draft that a walk on the practice deployment has saved when it has come to a page; the journey proves that it is. */
export function draftAt(step: StepId, goal: Goal = 'set-up'): Draft {
  return {
    version: 1,
    savedAt: SAVED_AT,
    step,
    mode: 'practice',
    preparedProduct: '',
    practiceProfile: DEFAULT_PRACTICE_PROFILE,
    form: { ...FILLED_FORM, goal },
  };
}

/** The same where a script is prepared for a stated product: no deployment is asked for anything. */
export function preparedDraftAt(step: StepId): Draft {
  return { ...draftAt(step), mode: 'prepare', preparedProduct: 'lync2010' };
}

/** The pages of each goal. */
const PAGES_OF: Readonly<Record<Goal, readonly JourneyPage[]>> = {
  'set-up': PAGES,
  check: CHECK_PAGES,
  retire: RETIRE_PAGES,
};

/** The rest of a journey, from the page that is open. */
export function pagesFrom(step: StepId, goal: Goal = 'set-up'): readonly JourneyPage[] {
  const pages = PAGES_OF[goal];
  return pages.slice(pages.findIndex((page) => page.step === step));
}

/** Leaves a draft behind, as an earlier session of the app does. */
async function leaveDraft(dataDir: string, draft: Draft): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(join(dataDir, 'draft.json'), JSON.stringify(draft));
}

/** Continues with the draft that Start offers, and waits until its page is open. */
async function continueDraft(page: Page, { step, form: { goal } }: Draft): Promise<void> {
  await page.getByRole('button', { name: 'Continue where you left' }).click();
  const name = PAGES_OF[goal].find((one) => one.step === step)?.heading ?? '';
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
}

/** Comes to a page of an app that is open already, without walking there. */
export async function arriveAt(page: Page, dataDir: string, draft: Draft): Promise<void> {
  await leaveDraft(dataDir, draft);
  await page.reload();
  await continueDraft(page, draft);
}

/** Starts the app, and comes to a page without walking there. */
export async function launchAt(
  { launch, dataDir }: { readonly launch: (request?: LaunchRequest) => Promise<LaunchedApp>; readonly dataDir: string },
  draft: Draft,
  request: LaunchRequest = {},
): Promise<LaunchedApp> {
  await leaveDraft(dataDir, draft);
  const launched = await launch(request);
  await continueDraft(launched.page, draft);
  return launched;
}
