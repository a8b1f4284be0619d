import { reportTexts } from '../../../core/report/report-texts.ts';
import type { ReplicationProgress } from '../../../core/run/replication.ts';
import type { RunSnapshot } from '../../../core/run/run.ts';
import { replicationText } from '../../../core/texts/replication.ts';

/** Gives each change's result as a line, once. */
export function runLines(line: (text: string) => void): (run: RunSnapshot) => void {
  const told = new Map<string, string>();
  return (run) => {
    for (const { id, sentence, result } of run.changes) {
      if (result === 'waiting' || result === 'already-right' || told.get(id) === result) continue;
      told.set(id, result);
      line(`${reportTexts.results[result]}: ${sentence}`);
    }
  };
}

/** Gives a line about how many servers have the changes, each time that there is news. */
export function replicationLines(line: (text: string) => void): (progress: ReplicationProgress) => void {
  const told = { hint: '' };
  return ({ replicas, state }) => {
    const hint = replicas.map((replica) => replicationText.replica(replica)).join(' ');
    const news = state === 'waiting' ? hint : `${replicationText.states[state].title}. ${hint}`.trim();
    if (news === '' || news === told.hint) return;
    told.hint = news;
    line(news);
  };
}
