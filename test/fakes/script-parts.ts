import { resolve } from 'node:path';
import type { ScriptParts } from '../../core/plan/setup-script.ts';
import { readScriptParts } from '../../electron/plan/setup-scripts.ts';

const read = await readScriptParts(resolve(import.meta.dirname, '../../assets'));
if (!read.ok) throw new Error(JSON.stringify(read.failure));

/** The fixed parts of the exported script, as the product ships them. */
export const SCRIPT_PARTS: ScriptParts = read.value;
