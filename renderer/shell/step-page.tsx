/**
 * This folder is what surrounds the pages: the parts of the window's frame, which `shell.tsx` puts together, and what
 * every page stands in. A page may use it; it knows none of them.
 */
import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import { StepProblems } from './step-problems.tsx';

/** The frame of a wizard's page. Below its heading stands what Next found missing, then the page's own notice. */
export function StepPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}) {
  const notice = (
    <>
      <StepProblems />
      {props.notice}
    </>
  );
  return (
    <Page title={props.title} lead={props.lead} notice={notice}>
      {props.children}
    </Page>
  );
}
