/** `npm run bench`: makes everything ready, then measures. Results go to standard output. */
import path from 'node:path';
import { withDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { attach } from './process.mjs';

// With the compiled tool: PowerShell as its packages bring it to administrators has machine code too.
const { ready, context, env } = await prepare({ forTests: true });

/** The product's shells run so (electron/powershell/start-shell); what it is compared with gets the same engine. */
const SAME_ENGINE = {
  DOTNET_TieredPGO: '0',
  DOTNET_MultiCoreJitMinNumCpus: 'ffff',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
};

function measure() {
  const { root } = context;
  const args = [path.join(root, 'test', 'bench', 'bench.mjs'), ...process.argv.slice(2)];
  return attach(...withDisplay(context, process.execPath, args), { cwd: root, env: { ...env, ...SAME_ENGINE } });
}

process.exitCode = ready ? await measure() : 1;
