import type { Answers } from './answers.ts';
import { commandText, quoted } from './command-text.ts';
import { type Plan, pendingChanges } from './plan.ts';
import { scriptTexts as say } from './texts/script.ts';

/**
 * The plan as a script that an administrator can run in the management shell. Commands are the plan's own;
 * for a deployment that could not be read, conflicting providers are looked up when the script runs.
 */
export function setupScript(plan: Plan, answers: Answers, canLookUp: boolean): string {
  const lines = pendingChanges(plan).flatMap((change) => {
    const needsLookUp = !canLookUp && change.kind === 'new' && answers.removeProviders === 'conflicting';
    const lookUp = needsLookUp ? [`# ${say.removeConflicting}`, conflictRemoval(answers), ''] : [];
    return [...lookUp, `# ${oneLine(change.sentence)}`, change.call ? commandText(change.call) : '', ''];
  });
  const body = lines.length > 0 ? lines : [`# ${say.nothingToDo}`, ''];
  const head = [
    `# ${oneLine(say.title(plan.product.name))}`,
    `# ${say.plan(plan.hash)}`,
    '',
    "$ErrorActionPreference = 'Stop'",
    '',
  ];
  return [...head, ...body, `# ${say.show}`, 'Get-CsPublicProvider', ''].join('\n');
}

function conflictRemoval({ provider }: Answers): string {
  const test = `$_.Identity -eq ${quoted(provider.identity)} -or $_.ProxyFqdn -eq ${quoted(provider.proxyFqdn)}`;
  return `Get-CsPublicProvider | Where-Object { ${test} } | ForEach-Object { Remove-CsPublicProvider -Identity $_.Identity }`;
}

/** A comment ends at the line's end: whatever could start a new line becomes a space. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
