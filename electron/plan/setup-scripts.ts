import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answers } from '../../core/answers/answers-schema.ts';
import type { PreparedProductId } from '../../core/deployment/products.ts';
import { type Result, failed, success } from '../../core/failure.ts';
import { type Plan, blockersOf, makePlan } from '../../core/plan/plan.ts';
import { factsOfPreparedProduct } from '../../core/plan/planning-facts.ts';
import { type ScriptParts, type ScriptSource, setupScript } from '../../core/plan/setup-script.ts';
import { writeTextFile } from '../storage/json-file.ts';
import { storageFailure } from '../storage/storage-failure.ts';
import { sha256 } from './digest.ts';

/** The plan for a stated product, made without asking any deployment. */
export function preparedPlan(answers: Answers, product: PreparedProductId): Plan {
  return makePlan(answers, factsOfPreparedProduct(product), sha256);
}

/**
 * The script of a plan. A plan that cannot be applied has none: failure `refused`, with the findings that stand in the
 * way. `assetsDir` is the folder `assets` of the product.
 */
export async function scriptOfPlan(source: ScriptSource, assetsDir: string): Promise<Result<string>> {
  const findings = blockersOf(source.plan);
  if (findings.length > 0) return failed({ kind: 'refused', findings });
  const parts = await readScriptParts(assetsDir);
  return parts.ok ? success(setupScript(source, parts.value)) : parts;
}

/** Writes a script with Windows' line ends. It is plain ASCII, so that it needs no byte order mark. */
export function writeScriptFile(path: string, script: string): Promise<Result<null>> {
  return writeTextFile(path, script.replaceAll('\n', '\r\n'));
}

/** The fixed parts of every script, as they ship with the product. */
export async function readScriptParts(assetsDir: string): Promise<Result<ScriptParts>> {
  const folder = join(assetsDir, 'powershell', 'SetupScript');
  // Git may have given the files the line ends of Windows.
  const read = async (name: keyof ScriptParts) =>
    (await readFile(join(folder, `${name}.ps1`), 'utf8')).replaceAll('\r\n', '\n');
  try {
    return success({
      Head: await read('Head'),
      Reading: await read('Reading'),
      Guards: await read('Guards'),
      PlannedState: await read('PlannedState'),
      FoundState: await read('FoundState'),
      Changing: await read('Changing'),
      Main: await read('Main'),
    });
  } catch (error) {
    return failed(storageFailure(folder, error));
  }
}
