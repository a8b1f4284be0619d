import { checkAnswers } from '../../core/answers/answers.ts';
import type { Handlers } from '../../core/contract/contract.ts';
import { failed, success } from '../../core/failure.ts';
import {
  type ProvisioningRecord,
  emptyRecord,
  isRefusal,
  momentOf,
  recordEvent,
} from '../../core/provisioning/provisioning.ts';
import { provisioningTexts } from '../../core/provisioning/provisioning-texts.ts';
import { candidateAnswers } from '../../core/wizard/form-answers.ts';

/** The present time of every test. */
const NOW = '2024-05-06T10:00:00.000Z';

/** The record of the request, kept in memory; its rules are the product's own. */
export function fakeProvisioning(
  before: ProvisioningRecord | null,
): Pick<Handlers, 'provisioning.read' | 'provisioning.record'> {
  let record = before ?? emptyRecord('record');
  const view = () => success({ record, movedAside: null, asOf: NOW });
  return {
    'provisioning.read': async () => view(),
    'provisioning.record': async ({ kind, on, seen, form }) => {
      const checked = form ? checkAnswers(candidateAnswers(form)) : null;
      if (checked && !checked.ok) return checked;
      const at = on === null ? NOW : momentOf(on, NOW);
      if (at === null) return failed({ kind: 'not-recorded', detail: provisioningTexts.notDate(on ?? '') });
      const request = checked?.value.request ?? null;
      const next = recordEvent(record, { kind, at, seen, request, recordedAt: NOW, who: 'admin' });
      if (isRefusal(next)) return failed({ kind: 'not-recorded', detail: provisioningTexts.refusal(kind, next) });
      record = next;
      return view();
    },
  };
}
