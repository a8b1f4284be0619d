/** What a practice run prints about its run. */

/** Results of a change for which no command was sent. */
const NOT_SENT = ['waiting', 'skipped', 'already-right'];

/**
 * What ran and what came of it, in the words of the run's own picture.
 * @param {import('../../core/run/run.ts').RunSnapshot} run a run that has come to its end
 * @returns {string} lines, each with its end
 */
export function runText({ changes, restores, textOutput, outcome }) {
  const sent = changes.filter(({ result }) => !NOT_SENT.includes(result));
  const right = changes.filter(({ result }) => result === 'already-right');
  return [
    ...section('Commands that ran:', sent.map(commandLine)),
    ...section('Commands that took changes back:', restores.map(commandLine)),
    ...section(
      'Right already, so that no command ran:',
      right.map(({ sentence }) => sentence),
    ),
    'Get-CsPublicProvider:',
    '',
    textOutput.trim(),
    '',
    `Outcome: ${outcome}`,
    '',
  ].join('\n');
}

function commandLine({ command, result }) {
  return result === 'done' || result === 'restored' ? command : `${command} [${result}]`;
}

function section(title, lines) {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}
