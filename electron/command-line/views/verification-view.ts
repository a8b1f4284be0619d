import { unreadLines } from '../../../core/deployment/unread-texts.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import type { Verification } from '../../../core/run/verification.ts';
import type { Printable } from '../output.ts';

/** What `verify` prints. */
export function verificationView(verification: Verification): Printable {
  return { json: verification, words: verificationWords(verification) };
}

function verificationWords({ outcome, properties, changes, unread, textOutput }: Verification): string {
  const compared = properties.map(({ name, wanted, actual, isAsWanted }) => {
    const mark =
      isAsWanted === null
        ? reportTexts.notAsked
        : isAsWanted
          ? reportTexts.yes
          : `${reportTexts.no}: ${String(wanted)}`;
    return `  ${name}: ${String(actual ?? `(${reportTexts.nothing})`)} [${mark}]`;
  });
  const lines = changes.map((change) => `- ${change.sentence} [${reportTexts.statuses[change.status]}]`);
  return [reportTexts.verdicts[outcome], ...unreadLines(unread), '', ...lines, '', ...compared, '', textOutput ?? '']
    .join('\n')
    .trimEnd();
}
