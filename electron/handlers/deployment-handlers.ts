import type { Access } from '../deployment/deployments.ts';
import type { FederationSetup } from '../setup/federation-setup.ts';
import type { Practice } from '../setup/practice.ts';
import type { HandlersOf } from './handlers-of.ts';
import { deploymentAndAnswers } from './wizard-input.ts';

/** A deployment as it is, and what the practice one behaves as. */
export function deploymentHandlers(setup: FederationSetup, practice: Practice) {
  return {
    'deployment.connect': ({ deployment, readOnly }) => setup.connect(deployment, accessOf(readOnly)),
    'deployment.read': ({ deployment, readOnly }) => setup.read(deployment, accessOf(readOnly)),
    'deployment.show': ({ deployment, readOnly }) => setup.show(deployment, accessOf(readOnly)),
    'deployment.verify': async (input) => {
      const wanted = deploymentAndAnswers(input);
      return wanted.ok ? setup.verify(wanted.value.deployment, wanted.value.answers) : wanted;
    },
    'practice.choose': (choice) => practice.choose(choice),
    'practice.reset': () => practice.reset(),
  } satisfies HandlersOf<'deployment' | 'practice'>;
}

function accessOf(isReadOnly: boolean): Access {
  return isReadOnly ? 'read-only' : 'read-write';
}
