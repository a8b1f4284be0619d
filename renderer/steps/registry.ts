/**
 * This folder has the pages: one file a page, and what belongs to that page alone in the folder of its name. Here they are
 * listed, and fetched when the window has time for it.
 */
import { type ComponentType, lazy } from 'react';
import type { StepId } from '../../core/steps.ts';
import { START_PART_LOADERS } from './start/start-parts.ts';
import { StartPage } from './start.tsx';

type LaterStep = Exclude<StepId, 'start'>;
interface PageModule {
  readonly default: ComponentType;
}

/** How each later page is fetched; the Start page comes with the program. */
const LOADERS: Readonly<Record<LaterStep, () => Promise<PageModule>>> = {
  agreement: async () => ({ default: (await import('./agreement.tsx')).AgreementPage }),
  contacts: async () => ({ default: (await import('./contacts.tsx')).ContactsPage }),
  'edge-and-domains': async () => ({ default: (await import('./edge-and-domains.tsx')).EdgeAndDomainsPage }),
  'network-readiness': async () => ({ default: (await import('./network-readiness.tsx')).NetworkReadinessPage }),
  confirmation: async () => ({ default: (await import('./confirmation.tsx')).ConfirmationPage }),
  'external-access': async () => ({ default: (await import('./external-access.tsx')).ExternalAccessPage }),
  'access-edge': async () => ({ default: (await import('./access-edge.tsx')).AccessEdgePage }),
  'public-provider': async () => ({ default: (await import('./public-provider.tsx')).PublicProviderPage }),
  retire: async () => ({ default: (await import('./retire.tsx')).RetirePage }),
  review: async () => ({ default: (await import('./review.tsx')).ReviewPage }),
  apply: async () => ({ default: (await import('./apply.tsx')).ApplyPage }),
  verify: async () => ({ default: (await import('./verify.tsx')).VerifyPage }),
  'add-contacts': async () => ({ default: (await import('./add-contacts.tsx')).AddContactsPage }),
  report: async () => ({ default: (await import('./report.tsx')).ReportPage }),
};

const loadHeldBackPage = async () => ({ default: (await import('./held-back.tsx')).HeldBackPage });

/** The component of each page. */
export const PAGES: Readonly<Record<StepId, ComponentType>> = {
  start: StartPage,
  agreement: lazy(LOADERS.agreement),
  contacts: lazy(LOADERS.contacts),
  'edge-and-domains': lazy(LOADERS['edge-and-domains']),
  'network-readiness': lazy(LOADERS['network-readiness']),
  confirmation: lazy(LOADERS.confirmation),
  'external-access': lazy(LOADERS['external-access']),
  'access-edge': lazy(LOADERS['access-edge']),
  'public-provider': lazy(LOADERS['public-provider']),
  retire: lazy(LOADERS.retire),
  review: lazy(LOADERS.review),
  apply: lazy(LOADERS.apply),
  verify: lazy(LOADERS.verify),
  'add-contacts': lazy(LOADERS['add-contacts']),
  report: lazy(LOADERS.report),
};

/** What stands in the place of Review and Apply while a run waits for a decision. */
export const HeldBackPage = lazy(loadHeldBackPage);

/** Fetches the later pages one after the other, whenever the window has nothing else to do; until all are there. */
export async function prefetchPages(): Promise<void> {
  for (const load of [...START_PART_LOADERS, ...Object.values(LOADERS), loadHeldBackPage]) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    // A page that could not be fetched now is fetched again when it is opened, and says then what is wrong.
    await load().catch(() => null);
  }
}
