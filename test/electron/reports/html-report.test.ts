import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makePlan } from '../../../core/plan/plan.ts';
import { stateOf } from '../../../core/provisioning/provisioning.ts';
import type { ReportModel } from '../../../core/report/report.ts';
import { reportTexts } from '../../../core/report/report-texts.ts';
import { success } from '../../../core/failure.ts';
import { verify } from '../../../core/run/verification.ts';
import { judgeReadiness } from '../../../core/readiness/readiness.ts';
import { htmlReport } from '../../../electron/reports/html-report.ts';
import { readinessFacts } from '../../fakes/readiness-facts.ts';
import { SAMPLE_ANSWERS } from '../../fakes/sample-answers.ts';
import { facts } from '../../fakes/sample-deployment.ts';
import { stoppedRun } from '../../fakes/stopped-run.ts';

function report(identity = 'Skype', textOutput = 'Identity : Skype'): ReportModel {
  const answers = { ...SAMPLE_ANSWERS, provider: { ...SAMPLE_ANSWERS.provider, identity } };
  const known = facts();
  const plan = makePlan(answers, known, () => 'hash');
  return {
    version: '0.0.0',
    createdAt: '2026-01-01T00:00:00.000Z',
    deployment: 'practice',
    answers,
    product: plan.product,
    environment: null,
    plan,
    readiness: null,
    run: null,
    provisioning: null,
    verification: verify(plan, known.snapshot, success(textOutput)),
    script: '',
  };
}

describe('the request in the report', () => {
  it('comes with what became of it: its state, counts and every entry, each text escaped', () => {
    const at = '2024-05-06T10:00:00.000Z';
    const entry = { kind: 'sent' as const, at, recordedAt: at, who: 'admin', seen: '<b>page 5</b>' };
    const record = { version: 1 as const, id: 'id', request: null, log: [entry] };
    const state = stateOf(record, '2024-05-09T10:00:00.000Z');
    const html = htmlReport({ ...report(), provisioning: { record, state } });
    expect(html).toContain('What became of the request');
    expect(html).toContain('The usual 48 hours are over since 2024-05-08 10:00 UTC');
    expect(html).toContain('Activated 0, In progress 1');
    expect(html).toContain('&lt;b&gt;page 5&lt;/b&gt;');
    expect(htmlReport(report())).not.toContain('What became of the request');
  });

  it('names each Access Edge with its domains, and when the terms were accepted', () => {
    const { contacts, agreement } = SAMPLE_ANSWERS.request ?? {};
    if (!contacts || !agreement) throw new Error('The sample has a request.');
    const accessEdges = [
      { fqdn: 'sip.a.com', sipDomains: ['a.com'] },
      { fqdn: 'sip.b.com', sipDomains: ['b.com', 'c.com'] },
    ];
    const request = { contacts, agreement: { ...agreement, termsAcceptedAt: '2024-05-01T10:00:00.000Z' }, accessEdges };
    const html = htmlReport({ ...report(), answers: { ...SAMPLE_ANSWERS, request } });
    expect(html).toContain('sip.b.com');
    expect(html).toContain('b.com, c.com');
    expect(html).toContain('yes, on 2024-05-01 10:00 UTC');
  });
});

describe('the report', () => {
  it('holds what the network check found and where it was seen from, and nothing of it when there was none', () => {
    const readiness = judgeReadiness(readinessFacts({ certificate: { keySize: 1024, subject: 'CN=<b>' } }));
    const html = htmlReport({ ...report(), readiness });
    expect(html).toContain('Seen from this computer, 2026-06-01 00:00 UTC');
    expect(html).toContain('The key is RSA with 1024 bits; at least 2048 are needed.');
    expect(html).not.toContain('CN=<b>');
    expect(htmlReport(report())).not.toContain('Network readiness');
  });

  it('allows its own style sheet, exactly as it stands in the file, and nothing else', () => {
    const html = htmlReport(report());
    const style = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
    const allowed = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${allowed}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(html.match(/<style/gu)).toHaveLength(1);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|src=|href=/u);
  });

  it('escapes every value, and keeps what the shell printed as it is', () => {
    const hostile = `"><script>alert('x')</script><b a=&amp;`;
    const html = htmlReport(report(hostile, `line one\n  ${hostile}\n`));
    expect(html).not.toContain('<script');
    expect(html).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;b a=&amp;amp;');
    expect(html).toContain('<pre tabindex="0">line one\n  &quot;');
  });

  it('says what differs, and what to do next', () => {
    const html = htmlReport(report());
    expect(html).toContain('The deployment differs from what is wanted.');
    expect(html).toContain('Review the plan and apply it.');
  });

  it('says who ran it, whom each change affects and how it is taken back, and what is left to do by hand', () => {
    const { run } = stoppedRun();
    const command = 'Set-CsAccessEdgeConfiguration -AllowFederatedUsers $false';
    const html = htmlReport({
      ...report(),
      run: {
        ...run,
        resumed: [{ at: '2026-01-02T00:00:00.000Z', action: 'rollback' }],
        rollback: [
          { id: 'x', sentence: 'Take back: x', command: null, status: 'not-applicable', reason: 'Others need it.' },
        ],
        byHand: [command],
        acknowledged: [{ id: 'warned', message: 'This was read.' }],
      },
    });
    for (const text of [
      'admin on ADMINPC',
      '2026-01-02T00:00:00.000Z: taken back',
      'This was read.',
      'Others need it.',
    ])
      expect(html).toContain(text);
    expect(html).toContain('Set up federation with Skype');
    expect(html).toMatch(/Affects: The whole organisation/u);
    expect(html).toContain(`<pre tabindex="0">${command}</pre>`);
  });

  it('names a part that could not be read, escaped, and compares no provider that was not seen', () => {
    const error = { message: '<b>no</b>', errorId: '', category: '', target: null, cmdlet: null, exception: '' };
    const known = facts({ publicProviders: [], unreadable: [{ part: 'publicProviders', error }] });
    const plan = makePlan(SAMPLE_ANSWERS, known, () => 'hash');
    const html = htmlReport({ ...report(), plan, verification: verify(plan, known.snapshot) });
    expect(html).toContain('<p>Could not be read (publicProviders): &lt;b&gt;no&lt;/b&gt;</p>');
    expect(report().verification?.properties.length).toBeGreaterThan(0);
    expect(htmlReport(report())).toContain(`<h2>${reportTexts.headings.provider}</h2>`);
    expect(html).not.toContain(`<h2>${reportTexts.headings.provider}</h2>`);
  });

  it('carries the proof of reading only for a check', () => {
    const account = { readOnly: true, reads: 24, writes: 0, refused: 0 };
    const known = facts();
    const checked = (goal: 'set-up' | 'check') => {
      const answers = { ...SAMPLE_ANSWERS, goal };
      const plan = makePlan(answers, known, () => 'hash');
      const verification = verify(plan, known.snapshot, success(''), account);
      return htmlReport({ ...report(), answers, plan, verification });
    };
    expect(checked('check')).toContain('has run 24 cmdlets that read and 0 that change something');
    expect(checked('check')).not.toContain('Review the plan and apply it.');
    expect(checked('set-up')).not.toContain('Proof that this only read');
  });
});
