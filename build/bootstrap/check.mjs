/** `npm run check`: format, lint, types and dead code. */
import { runChecks } from './checks.mjs';
import { prepare } from './prepare.mjs';

const { ready, context, env } = await prepare({ only: ['Dependencies'], quiet: true });
const { failed } = ready ? await runChecks(context.root, env, (text) => process.stdout.write(text)) : { failed: 1 };
process.exitCode = failed > 0 ? 1 : 0;
