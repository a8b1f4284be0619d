import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECURITY_HEADERS, createAppResponder } from '../../../electron/window/app-scheme.ts';

const folder = mkdtempSync(join(tmpdir(), 'app-scheme-'));
const pages = join(folder, 'pages');

beforeAll(() => {
  mkdirSync(join(pages, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'pages-of-others'));
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(pages, 'assets', 'a b.css'), 'body {}');
  writeFileSync(join(pages, 'assets', 'notes.txt'), 'not of the pages');
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'pages-of-others', 'page.html'), 'of others');
});
afterAll(() => rmSync(folder, { recursive: true }));

const respond = (url: string, method = 'GET') => createAppResponder(pages)({ url, method });

describe('the app scheme', () => {
  it.each([
    ['app://wizard/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://wizard/index.html?from=start#top', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://wizard/assets/main.js', 'text/javascript; charset=utf-8', 'export {};'],
    ['app://wizard/assets/a%20b.css', 'text/css; charset=utf-8', 'body {}'],
  ])('serves %s', (url, type, text) => {
    const { statusCode, headers, data } = respond(url);
    expect(statusCode).toBe(200);
    expect(headers['Content-Type']).toBe(type);
    expect(data.toString()).toBe(text);
  });

  it.each([
    'app://wizard/../secret.json',
    'app://wizard/..%2fsecret.json',
    'app://wizard/%2e%2e/secret.json',
    'app://wizard/assets/..%2f..%2fsecret.json',
    'app://wizard/..%5csecret.json',
    'app://wizard/..%2fpages-of-others%2fpage.html',
    'app://wizard//etc/hostname.json',
    'app://wizard/C:/secret.json',
    'app://wizard/index.html%00.js',
    'app://wizard/%E0%A4%A',
    'app://wizard/assets/notes.txt',
    'app://wizard/assets',
    'app://wizard/missing.js',
    'app://elsewhere/index.html',
    'https://wizard/index.html',
  ])('has nothing at %s', (url) => {
    const { statusCode, data } = respond(url);
    expect(statusCode).toBe(404);
    expect(data).toHaveLength(0);
  });

  it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('refuses %s', (method) => {
    expect(respond('app://wizard/index.html', method).statusCode).toBe(405);
  });

  it.each(['app://wizard/index.html', 'app://wizard/missing.js'])('sends the security headers with %s', (url) => {
    expect(respond(url).headers).toMatchObject(SECURITY_HEADERS);
  });

  it('allows nothing by default, and neither inline script nor evaluation nor another origin', () => {
    const policy = SECURITY_HEADERS['Content-Security-Policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/u);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/u);
  });
});
