import { accessEdgesOf } from '../answers/access-edges.ts';
import type { CalendarEvent } from '../formats/calendar.ts';
import { utcMinute } from '../formats/times.ts';
import { agreementTexts } from './agreement-texts.ts';
import { provisioningTexts as say } from './provisioning-texts.ts';
import { type ProvisioningRecord, stateOf } from './provisioning.ts';

/** The reminders of a request: one for each time that is still to come; none while nothing is under way. */
export function provisioningReminders(record: ProvisioningRecord, now: string): readonly CalendarEvent[] {
  const state = stateOf(record, now);
  if (!('sentAt' in state)) return [];
  const { reminders } = say;
  return [
    { name: 'usual', at: state.usualAt, title: reminders.usual },
    { name: 'limit', at: state.limitAt, title: reminders.limit },
  ]
    .filter(({ at }) => Date.parse(at) > Date.parse(now))
    .map(({ name, at, title }) => ({
      uid: `${record.id}-${name}@skype-federation-setup`,
      at,
      title,
      description: [say.sentOn(utcMinute(state.sentAt)), ...subjectLines(record), reminders.todo].join('\n'),
    }));
}

/** A text for whoever has to be asked why nothing happens; null while nothing is under way. Times in UTC. */
export function escalationText(record: ProvisioningRecord, now: string): string | null {
  const state = stateOf(record, now);
  if (!('sentAt' in state)) return null;
  const { escalation } = say;
  const hours = Math.floor((Date.parse(now) - Date.parse(state.sentAt)) / 3_600_000);
  const late = state.kind === 'overdue' ? escalation.late[state.past] : escalation.notLate;
  return [
    escalation.subject,
    '',
    escalation.opening(utcMinute(state.sentAt), hours),
    late,
    '',
    ...subjectLines(record),
    '',
    escalation.logTitle,
    ...record.log.map(logLine),
    '',
    escalation.ask,
  ].join('\n');
}

/** What the request is about: its agreement, Access Edges and domains. */
function subjectLines({ request }: ProvisioningRecord): string[] {
  if (!request) return [];
  const { agreement } = request;
  const words = agreementTexts[agreement.type];
  return [
    `${words.label}, ${words.number}: ${agreement.number}`,
    ...accessEdgesOf(request).map(({ fqdn, sipDomains }) => say.edge(fqdn, sipDomains)),
  ];
}

/** One entry of the log in words. */
export function logLine({ kind, at, who, seen }: ProvisioningRecord['log'][number]): string {
  return say.entry(utcMinute(at), say.events[kind], who, seen);
}
