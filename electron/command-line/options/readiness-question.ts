import { stat } from 'node:fs/promises';
import { problems as problemTexts } from '../../../core/answers/problem-texts.ts';
import { distinctNames, domainProblem } from '../../../core/domains/domain-names.ts';
import { type Problem, type Result, failed, success } from '../../../core/failure.ts';
import { type ReadinessQuestion, isDnsServer } from '../../../core/readiness/readiness-question.ts';
import { readinessCliTexts as say } from '../../../core/texts/readiness-cli.ts';
import { listedNames } from '../../../core/wizard/form.ts';
import { readNamedFile } from './named-file.ts';
import type { ReadinessOptions } from './readiness-options.ts';

/** What the options ask of the network, checked; a problem stands by the name of its option. */
export async function readinessQuestion(options: ReadinessOptions): Promise<Result<ReadinessQuestion>> {
  const { edge = null, dnsServer, tlsPort, timeout: timeoutMs, concurrency } = options;
  if (options.domains === undefined) return failed({ kind: 'invalid-request', detail: say.domainsNeeded });
  const domains = await domainsOf(options.domains);
  if (!domains.ok) return domains;
  const problems = [...dnsServer.flatMap(dnsServerProblems), ...(edge === null ? [] : nameProblems('--edge', edge))];
  if (problems.length > 0) return failed({ kind: 'invalid-answers', problems });
  return success({ domains: domains.value, edge, dnsServers: [...dnsServer], tlsPort, timeoutMs, concurrency });
}

function dnsServerProblems(server: string): Problem[] {
  return isDnsServer(server) ? [] : [{ path: '--dns-server', message: say.notADnsServer(server) }];
}

function nameProblems(path: string, name: string): Problem[] {
  const problem = domainProblem(name);
  return problem === null ? [] : [{ path, message: `${name}: ${problemTexts.domain[problem](name)}` }];
}

/** The names of a file, one or more a line with `#` before remarks, or of a list on the command line; each once. */
async function domainsOf(fileOrList: string): Promise<Result<string[]>> {
  const text = (await isFile(fileOrList)) ? await readNamedFile(fileOrList) : success(fileOrList);
  if (!text.ok) return text;
  const names = listedNames(text.value.replaceAll(/#.*$/gmu, '').replace(/^\uFEFF/u, ''));
  const problems = names.flatMap((name) => nameProblems('--domains', name));
  if (problems.length > 0) return failed({ kind: 'invalid-answers', problems });
  if (names.length === 0) return failed({ kind: 'invalid-request', detail: say.domainsNeeded });
  return success(distinctNames(names));
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
