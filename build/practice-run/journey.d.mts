import type { Page } from 'playwright-core';
import type { StepId } from '../../core/steps.ts';

export interface JourneyPage {
  readonly step: StepId;
  readonly heading: string;
  readonly fill: (page: Page) => Promise<void>;
}

export const PAGES: readonly JourneyPage[];
export const CHECK_PAGES: readonly JourneyPage[];
export const RETIRE_PAGES: readonly JourneyPage[];
export function walkThrough(
  page: Page,
  onPage: (step: StepId) => Promise<void>,
  lastStep?: StepId,
  pages?: readonly JourneyPage[],
): Promise<void>;
export function choosePractice(page: Page): Promise<void>;
export function fillAgreement(page: Page): Promise<void>;
export function fillContacts(page: Page): Promise<void>;
export function confirmApply(page: Page): Promise<void>;
