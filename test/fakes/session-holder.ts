// A program that keeps a session open until it is killed: `node session-holder.js EXECUTABLE BOOT-LINE`.
import { openSession } from '../../electron/powershell/session.ts';

const [executable = '', bootLine = ''] = process.argv.slice(2);
const opened = await openSession({ executable, bootLine });
process.stdout.write(`${opened.ok ? opened.value.processId : JSON.stringify(opened.failure)}\n`);
