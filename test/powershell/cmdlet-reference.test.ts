import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CMDLETS } from '../../core/deployment/cmdlets.ts';
import { quoted } from '../../core/deployment/command-text.ts';
import { PREPARED_PRODUCT_IDS, type PreparedProductId } from '../../core/deployment/products.ts';
import { REFERENCE, type ReferenceParameter } from '../fakes/cmdlet-reference.ts';
import { type PracticeState, practiceState } from '../fakes/practice-shell.ts';
import { openScripts } from '../fakes/script-shell.ts';
import { productsPlayed } from '../fakes/scope.ts';

const CMDLET_NAMES = Object.keys(REFERENCE);

/** Prints each parameter of the cmdlets, once for each of its sets, as `signatures` writes it. */
const READ_SIGNATURES = `
foreach ($name in ${CMDLET_NAMES.map(quoted).join(', ')}) {
    foreach ($parameter in (Get-Command $name).Parameters.Values) {
        foreach ($set in $parameter.ParameterSets.Keys) {
            $binding = $parameter.ParameterSets[$set]
            $position = 'named'
            if ($binding.Position -ge 0) { $position = $binding.Position }
            "$name $($parameter.Name) $($parameter.ParameterType.Name) $set $position $($binding.IsMandatory) " +
                "$($binding.ValueFromPipeline) $($binding.ValueFromPipelineByPropertyName)"
        }
    }
}`;

/** What every cmdlet has, or every cmdlet that can ask before it acts. */
const COMMON = /^\S+ (WhatIf|Confirm|Verbose|Debug|\w+(Action|Variable)|OutBuffer) /u;

function signatures(cmdlet: string, parameters: Readonly<Record<string, ReferenceParameter>>): string[] {
  return Object.entries(parameters).flatMap(([name, { type, sets = ['__AllParameterSets'], ...rest }]) =>
    sets.map((set) => {
      const { position = 'named', mandatory = false, pipeline = '' } = rest;
      const binding = [mandatory, pipeline.includes('value'), pipeline.includes('name')].map(asPowerShell);
      return [cmdlet, name, type, set, position, ...binding].join(' ');
    }),
  );
}

function asPowerShell(value: boolean): string {
  return value ? 'True' : 'False';
}

/** The parameters that the product has; the products are in order of age. */
function inProduct(product: PreparedProductId, parameters: Readonly<Record<string, ReferenceParameter>>) {
  const age = (id: string): number => PREPARED_PRODUCT_IDS.indexOf(id);
  return Object.fromEntries(
    Object.entries(parameters).filter(
      ([, { since = 'lync2010', until = 'sfb2019' }]) => age(since) <= age(product) && age(product) <= age(until),
    ),
  );
}

describe.each(productsPlayed('lync2010'))('the cmdlets of %s', (product) => {
  let state: PracticeState;
  let found: readonly string[];
  beforeAll(async () => {
    state = await practiceState(product);
    const shell = await openScripts(state.path, product);
    found = (await shell.output(READ_SIGNATURES)).map(String);
    await shell.close();
  });
  afterAll(() => state.remove());

  test.each(Object.entries(REFERENCE))('%s has the parameters of the reference, and no other', (cmdlet, parameters) => {
    const own = found.filter((line) => line.startsWith(`${cmdlet} `) && !COMMON.test(line));
    expect(own.toSorted()).toEqual(signatures(cmdlet, inProduct(product, parameters)).toSorted());
  });

  test('can be tried with WhatIf exactly where they change something, but for forced replication', () => {
    const tried = CMDLET_NAMES.filter((name) =>
      found.some((line) => line.startsWith(`${name} WhatIf SwitchParameter `)),
    );
    const writing = Object.entries(CMDLETS).filter(([, { effect }]) => effect === 'writes');
    const changing = writing.map(([name]) => name).filter((name) => name !== 'Invoke-CsManagementStoreReplication');
    expect(tried.toSorted()).toEqual(changing.toSorted());
  });
});
