#!/usr/bin/env node
// Behaves like a PowerShell with the FederationHost module, as far as a session can see: it reads statements line by line
// and answers requests. What it does instead of answering is chosen by the request's parameter `behaviour`; what it does
// at its start by the variable FAKE_START; FAKE_ERROR is the id of an error with which it answers everything.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const { FAKE_START: start = '', FAKE_ERROR: errorId } = process.env;

/** Keeps the process alive and never settles. */
const hang = () => new Promise(() => void setInterval(() => undefined, 1000));

const write = (text) => new Promise((resolve) => void process.stdout.write(text, resolve));

function answer(id, outcome) {
  const said = { warnings: [], verbose: [], errors: [], durationMs: 1 };
  return `<<FEDERATION:${id}>>>${Buffer.from(JSON.stringify({ id, ...outcome, ...said })).toString('base64')}\n`;
}

const value = (request) => ({ ok: true, value: { echo: request.parameters, operation: request.operation } });

function error(errorId, message = 'It did not work.') {
  return {
    ok: false,
    error: { message, errorId, category: 'NotSpecified', target: null, cmdlet: null, exception: 'X' },
  };
}

function startGrandchild(ignoresTerm) {
  const script = `${ignoresTerm ? "process.on('SIGTERM', () => {});" : ''} setInterval(() => {}, 1000)`;
  return spawn(process.execPath, ['-e', script], { stdio: 'ignore' }).pid;
}

const BEHAVIOURS = {
  answer: (request) => process.stdout.write(answer(request.id, value(request))),
  fail: (request) =>
    process.stdout.write(answer(request.id, error(request.parameters.errorId, request.parameters.text))),
  'print-around': (request) => {
    process.stderr.write('a line on standard error\n');
    process.stdout.write('WARNING: a line before\n\u001b[?1h');
    process.stdout.write(answer(request.id, value(request)));
    process.stdout.write('a line after\n');
    process.stderr.write('x'.repeat(300_000) + '\n');
  },
  print: (request) => {
    for (const line of request.parameters.lines) process.stdout.write(`${line}\n`);
    process.stdout.write(answer(request.id, value(request)));
  },
  'print-rubbish': (request) => process.stdout.write(`<<FEDERATION:${request.id}>>>bm8ganNvbg==\n`),
  'print-foreign': (request) => {
    process.stdout.write(answer('00ff00ff', value(request)));
    process.stdout.write(answer(request.id, value(request)));
  },
  'refuse-unread': () => process.stdout.write(answer('', error('FederationHost.MalformedRequest', 'It is no JSON.'))),
  'name-none': (request) => process.stdout.write(answer('', value(request))),
  'wrong-shape': (request) => process.stdout.write(answer(request.id, { ok: 'yes' })),
  silent: () => process.stderr.write('Invoke-FederationRequest : something went wrong\n'),
  'exit-zero': () => process.exit(0),
  'exit-three': () => {
    process.stderr.write('out of memory\n');
    process.exit(3);
  },
  'half-an-answer': async (request) => {
    await write(answer(request.id, value(request)).trimEnd().slice(0, -8));
    process.exit(0);
  },
  'answer-and-exit': async (request) => {
    await write(answer(request.id, value(request)));
    process.exit(0);
  },
  hang,
  'hang-with-grandchild': (request) => {
    appendFileSync(request.parameters.pidFile, `${startGrandchild(request.parameters.ignoresTerm)}\n`);
    return hang();
  },
  'exit-leaving-grandchild': (request) => {
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'], { stdio: 'inherit' });
    appendFileSync(request.parameters.pidFile, `${holder.pid}\n`);
    process.exit(0);
  },
  later: async (request) => {
    await delay(request.parameters.afterMs);
    await write(answer(request.id, value(request)));
  },
};

/** One statement, as the engine takes it from standard input. */
async function run(line) {
  const end = /^\[Console\]::Out\.WriteLine\('(.*)'\)$/.exec(line);
  const sent = /^Invoke-FederationRequest ([A-Za-z0-9+/=]+)$/.exec(line);
  if (line === 'exit') process.exit(0);
  else if (end !== null) await write(`${end[1]}\n`);
  else if (sent !== null) await runRequest(JSON.parse(Buffer.from(sent[1], 'base64').toString()));
}

async function runRequest(request) {
  if (errorId !== undefined && request.operation !== 'greet') await write(answer(request.id, error(errorId)));
  else if (request.operation !== 'greet') await BEHAVIOURS[request.parameters.behaviour ?? 'answer'](request);
  else if (start === 'no-module') process.stderr.write('Import-Module : the module was not loaded\n');
  else await write(answer(request.id, error('FederationHost.UnknownOperation')));
}

if (start === 'dies') {
  process.stderr.write('The shell cannot be started. Loading the engine failed.\n');
  process.exit(70);
}
if (start === 'ignores-signals') for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => undefined);
if (start === 'environment') {
  const { TERM, NO_COLOR, NODE_POWERSHELL = null, KEPT } = process.env;
  const { POWERSHELL_TELEMETRY_OPTOUT: isSilent, POWERSHELL_UPDATECHECK: updates } = process.env;
  const { DOTNET_MultiCoreJitMinNumCpus: startRecordFrom } = process.env;
  const seen = {
    args: process.argv.slice(2),
    TERM,
    NO_COLOR,
    NODE_POWERSHELL,
    KEPT,
    isSilent,
    updates,
    startRecordFrom,
  };
  process.stderr.write(`${JSON.stringify(seen)}\n`);
}
if (start === 'hangs') await hang();

// One statement after another: a shell that is at work reads no further, and does not notice that its input has closed.
for await (const line of createInterface({ input: process.stdin, terminal: false })) await run(line);
