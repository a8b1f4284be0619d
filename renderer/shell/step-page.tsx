import { type ReactNode, Suspense, lazy } from 'react';
import { Page } from '../components/page.tsx';
import { StepProblems } from './step-problems.tsx';
import { useWizard } from '../hooks/wizard-context.tsx';

const FaultReminder = lazy(async () => ({ default: (await import('./fault-reminder.tsx')).FaultReminder }));

/** The frame of a wizard's page, with what Next found missing below its heading. */
export function StepPage(props: { readonly title: string; readonly lead: string; readonly children: ReactNode }) {
  const isApplying = useWizard((state) => state.step === 'apply');
  return (
    <Page
      title={props.title}
      lead={props.lead}
      notice={
        <>
          <StepProblems />
          {isApplying && (
            <Suspense>
              <FaultReminder />
            </Suspense>
          )}
        </>
      }
    >
      {props.children}
    </Page>
  );
}
