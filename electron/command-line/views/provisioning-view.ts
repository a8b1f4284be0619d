import { utcMinute } from '../../../core/formats/times.ts';
import { type ProvisioningView, portalCounts, stateOf } from '../../../core/provisioning/provisioning.ts';
import { logLine } from '../../../core/provisioning/provisioning-notices.ts';
import { provisioningTexts as say } from '../../../core/provisioning/provisioning-texts.ts';
import type { Printable } from '../output.ts';

/** What `request` prints: how it stands, the portal's numbers, and everything that was recorded. */
export function provisioningView({ record, asOf, movedAside }: ProvisioningView): Printable {
  const state = stateOf(record, asOf);
  const counts = portalCounts(record);
  return {
    json: { asOf, state, counts, ...record, movedAside },
    words: [
      `${say.states[state.kind]}. ${say.stateSentence(state, utcMinute)}`,
      say.counts(counts.activated, counts.inProgress),
      '',
      ...(record.log.length > 0 ? record.log.map(logLine) : [say.noLog]),
    ].join('\n'),
  };
}
