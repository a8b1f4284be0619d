import { listed } from '../formats/lists.ts';
import { hoursAgo, utcMinute } from '../formats/times.ts';
import type { RecordRefusal, ProvisioningEventKind, ProvisioningState, ProvisioningStateKind } from './provisioning.ts';

const events: Record<ProvisioningEventKind, string> = {
  sent: 'Sent',
  'in-progress': 'Seen in progress',
  activated: 'Seen activated',
  adjusted: 'Adjusted and sent again',
  cancelled: 'Cancelled',
  noted: 'Note',
};

const states: Record<ProvisioningStateKind, string> = {
  draft: 'Not sent',
  sent: 'Sent',
  'in-progress': 'In progress',
  overdue: 'Overdue',
  activated: 'Activated',
  cancelled: 'Cancelled',
};

/** The record of the request: its states, its log, and the texts that are made of it. */
export const provisioningTexts = {
  events,
  states,
  /** `when` turns a moment into words. */
  stateSentence: (state: ProvisioningState, when: (at: string) => string): string => {
    switch (state.kind) {
      case 'draft':
        return 'Nothing has been recorded as sent.';
      case 'sent':
        return `Sent on ${when(state.sentAt)}. An answer usually comes by ${when(state.usualAt)}.`;
      case 'in-progress':
        return `Sent on ${when(state.sentAt)} and seen in progress. An answer usually comes by ${when(state.usualAt)}.`;
      case 'overdue':
        return state.past === 'usual'
          ? `Sent on ${when(state.sentAt)}. The usual 48 hours are over since ${when(state.usualAt)}; by the book it may take until ${when(state.limitAt)}. Ask what keeps it.`
          : `Sent on ${when(state.sentAt)}. The 30 days that it may take by the book are over since ${when(state.limitAt)}. Ask what keeps it, or cancel it.`;
      case 'activated':
        return `Seen activated on ${when(state.activatedAt)}.`;
      case 'cancelled':
        return `Cancelled on ${when(state.cancelledAt)}.`;
    }
  },
  counts: (activated: number, inProgress: number) => `Activated ${activated}, In progress ${inProgress}`,
  sentOn: (at: string) => `Sent on ${at}.`,
  edge: (fqdn: string, domains: readonly string[]) => `${fqdn}: ${listed(domains, 20)}`,
  entry: (at: string, event: string, who: string, seen: string) =>
    `${at}  ${event}, recorded by ${who}${seen === '' ? '' : `: ${seen}`}`,
  reminders: {
    usual: 'Federation request: 48 hours are over',
    limit: 'Federation request: 30 days are over',
    todo: 'Look whether users reach their contacts and whether the request is activated, and record what you see. If not, ask what keeps it.',
  },
  escalation: {
    subject: 'Subject: federation request without an answer',
    opening: (sentAt: string, hours: number) =>
      `We sent a federation request on ${sentAt}, ${hoursAgo(hours)}, and it has not been activated.`,
    late: {
      usual: 'The usual 48 hours are over.',
      limit: 'The 30 days that a request may take by the book are over.',
    },
    notLate: 'The usual 48 hours are not over yet.',
    logTitle: 'What we have seen so far:',
    ask: 'Please tell us in which state the request is, what keeps it, and when it will be activated.',
  },
  refusal: (event: ProvisioningEventKind, refusal: RecordRefusal): string => {
    switch (refusal.reason) {
      case 'state':
        return `"${events[event]}" cannot be recorded as the request stands. Possible now: ${refusal.possible.map((one) => events[one]).join(', ')}.`;
      case 'future':
        return 'The date lies in the future. Enter the day on which it happened.';
      case 'before-last':
        return `The date lies before what was recorded last, ${utcMinute(refusal.lastAt)}. Enter a later one, or record it as a note.`;
    }
  },
  notDate: (text: string) => `"${text}" is no date. Enter one such as 2024-05-06, or 2024-05-06T10:00:00+02:00.`,
  noteEmpty: 'The note is empty. Enter what was seen.',
  nothingUnderWay: 'No request is under way, so there is nothing to be reminded of or to ask about.',
  allPast: 'Both times are over, so there is nothing to be reminded of. Ask what keeps the request.',
  noLog: 'Nothing has been recorded.',
  movedAside: (path: string) => `The record could not be read. It was moved to ${path}, and a new one begins.`,
} as const;
