/** `npm run setup`: makes everything ready and starts nothing. */
import { prepare } from './prepare.mjs';

const { ready } = await prepare();
process.exitCode = ready ? 0 : 1;
