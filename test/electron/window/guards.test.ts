import { describe, expect, it } from 'vitest';
import { LINKS } from '../../../core/contract/links.ts';
import { allowedAddresses, isKnownLink } from '../../../electron/window/guards.ts';

describe('the addresses that the window may load', () => {
  const { page, origin, isRequestAllowed } = allowedAddresses(null);

  it('are the files of the program', () => {
    expect([page, origin]).toEqual(['app://wizard/index.html', 'app://wizard']);
    expect(['app://wizard/assets/main.js', 'data:image/png;base64,AA=='].every(isRequestAllowed)).toBe(true);
  });

  it.each([
    'http://127.0.0.1/',
    'https://learn.microsoft.com/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://wizard.example/index.html',
    'app://elsewhere/',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://abc/x.js',
  ])('are not %s', (url) => {
    expect(isRequestAllowed(url)).toBe(false);
  });

  it('are those of the local server in development', () => {
    const development = allowedAddresses('http://localhost:5173');
    expect(development.page).toBe('http://localhost:5173/');
    expect(development.origin).toBe('http://localhost:5173');
    expect(development.isRequestAllowed('ws://localhost:5173/?token=x')).toBe(true);
    expect(development.isRequestAllowed('http://localhost:51730/')).toBe(false);
    expect(development.isRequestAllowed('https://example.com/')).toBe(false);
  });
});

describe('the links that are opened in a browser', () => {
  it('are exactly those of the list', () => {
    expect(Object.values(LINKS).every(isKnownLink)).toBe(true);
    const others = ['https://example.com/', `${LINKS['management-shell']}?x`, 'file:///etc/passwd', 'calculator:', ''];
    expect(others.some(isKnownLink)).toBe(false);
  });
});
