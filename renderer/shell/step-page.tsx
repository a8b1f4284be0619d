/* What surrounds the pages: the window's frame, and the frame that every page has in it. Pages know these, not they the pages. */
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
