import type { ReactNode } from 'react';
import { Page } from './components/page.tsx';
import { StepProblems } from './step-problems.tsx';

/** The frame of a wizard's page, with what Next found missing below its heading. */
export function StepPage(props: { readonly title: string; readonly lead: string; readonly children: ReactNode }) {
  return (
    <Page title={props.title} lead={props.lead} notice={<StepProblems />}>
      {props.children}
    </Page>
  );
}
