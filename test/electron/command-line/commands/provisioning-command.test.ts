import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../../electron/command-line/run-cli.ts';
import { SAMPLE_ANSWERS } from '../../../fakes/sample-answers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'request-command-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs one command line in the folder of the test; what it wrote, and its exit code. */
async function run(...args: readonly string[]) {
  const written = { out: '', err: '' };
  const code = await runCli([...args, '--data-dir', folder], {
    version: 'test',
    assetsDir: '',
    powershellOverride: null,
    programData: null,
    streams: { out: (text) => (written.out += text), err: (text) => (written.err += text) },
    isInteractive: false,
    onInterrupt: () => undefined,
    log: () => undefined,
  });
  return { code, ...written };
}

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { out } = await run(...args, '--json');
  const document: unknown = JSON.parse(out);
  if (typeof document !== 'object' || document === null) throw new Error(out);
  return { ...document };
}

describe('the command "request"', () => {
  it('begins with nothing, and keeps each step for the next call', async () => {
    expect(await json('request', 'show')).toMatchObject({ state: { kind: 'draft' }, log: [] });
    const answers = join(folder, 'answers.json');
    writeFileSync(answers, JSON.stringify(SAMPLE_ANSWERS));
    expect(await json('request', 'sent', '--answers', answers, '--seen', 'confirmation page')).toMatchObject({
      state: { kind: 'sent' },
      counts: { activated: 0, inProgress: 1 },
    });
    await run('request', 'in-progress');
    await run('request', 'note', 'called support');
    expect(await json('request', 'activated')).toMatchObject({
      state: { kind: 'activated' },
      counts: { activated: 1, inProgress: 0 },
      request: SAMPLE_ANSWERS.request,
      log: [
        { kind: 'sent', seen: 'confirmation page' },
        { kind: 'in-progress' },
        { kind: 'noted', seen: 'called support' },
        { kind: 'activated' },
      ],
    });
    const { code, out } = await run('request');
    expect(code).toBe(0);
    expect(out).toMatch(/^Activated\. Seen activated on /u);
    expect(out).toMatch(/Note, recorded by .+: called support/u);
  });

  it('is overdue when it was sent long ago, and says what to ask', async () => {
    expect(await json('request', 'sent', '--on', '2024-05-06')).toMatchObject({
      state: { kind: 'overdue', past: 'limit' },
    });
    const { code, out } = await run('request', 'escalation');
    expect(code).toBe(0);
    expect(out).toContain('The 30 days that a request may take by the book are over.');
  });

  it.each([
    [['activated'], 'as the request stands'],
    [['sent', '--on', '2999-01-01'], 'lies in the future'],
    [['sent', '--on', 'yesterday'], 'is no date'],
    [['note', ' '], 'The note is empty'],
    [['escalation'], 'No request is under way'],
    [['reminder', '--out', 'unused.ics'], 'No request is under way'],
  ])('refuses %j with the reason, and records nothing', async (args, reason) => {
    const { code, err } = await run('request', ...args);
    expect(code).toBe(7);
    expect(err).toContain(reason);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('writes the reminder as a calendar that a strict parser takes', async () => {
    await run('request', 'sent');
    const path = join(folder, 'reminder.ics');
    expect(await run('request', 'reminder', '--out', path)).toMatchObject({ code: 0, out: `Written: ${path}\n` });
    const calendar = ICAL.Component.fromString(readFileSync(path, 'utf8'));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
  });

  it('moves a record aside that cannot be read, and says where', async () => {
    writeFileSync(join(folder, 'provisioning.json'), '{"version": 1, "log": "broken"}');
    const { code, err } = await run('request', 'sent');
    expect(code).toBe(0);
    expect(err).toMatch(/could not be read\. It was moved to .*provisioning\.json\.unreadable-/u);
    expect(readdirSync(folder).filter((name) => name.includes('unreadable'))).toHaveLength(1);
  });

  it('keeps every step of calls that come at the same time in one program', async () => {
    const { createProvisioning } = await import('../../../../electron/setup/provisioning.ts');
    const provisioning = createProvisioning({ dataDir: folder, userName: 'admin', now: () => new Date() });
    const note = (seen: string) => provisioning.record({ kind: 'noted', on: null, seen, request: null });
    await Promise.all(['one', 'two', 'three'].map(note));
    const read = await provisioning.read();
    expect(read.ok && read.value.record.log.map(({ seen }) => seen)).toEqual(['one', 'two', 'three']);
  });
});
