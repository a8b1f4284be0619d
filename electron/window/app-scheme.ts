import { readFileSync } from 'node:fs';
import { extname, resolve, sep } from 'node:path';

/** The scheme that the pages are served on: an origin of their own, unlike `file:`, and never the network. */
export const APP_SCHEME = 'app';
const APP_HOST = 'wizard';
/** As `WebFrameMain.origin` prints it. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** For `protocol.registerSchemesAsPrivileged`. No `fetch` and no service workers: the pages need neither. */
export const APP_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
} as const;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

const deniedFeatures = ['bluetooth', 'camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'serial', 'usb'];

/** Sent with every answer. Inline styles are allowed because the UI kit makes its style sheets at run time. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Permissions-Policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // A new version of the program must never show a page of the old one.
  'Cache-Control': 'no-store',
};

/** What is asked for, of Electron's `ProtocolRequest`. */
interface PageRequest {
  readonly method: string;
  readonly url: string;
}

/** A whole answer, as Electron's `ProtocolResponse` takes it. */
export interface PageResponse {
  readonly statusCode: 200 | 404 | 405;
  readonly headers: Record<string, string>;
  readonly data: Buffer;
}

/**
 * Answers requests on the app scheme with the files of one folder, and with nothing else. A file is read at once and whole:
 * they are few and small, and the window is waiting.
 * @param folder the compiled pages; absolute
 */
export function createAppResponder(folder: string): (request: PageRequest) => PageResponse {
  const root = resolve(folder);
  return ({ method, url }) => {
    if (method !== 'GET') return refusal(405);
    const path = servedPath(root, url);
    const type = path === null ? undefined : mediaTypes[extname(path)];
    if (path === null || type === undefined) return refusal(404);
    try {
      return {
        statusCode: 200,
        headers: { ...SECURITY_HEADERS, 'Content-Type': type },
        data: readFileSync(path),
      };
    } catch {
      return refusal(404);
    }
  };
}

/** The file that an address stands for; null when it is another host's, malformed, or outside of the folder. */
function servedPath(root: string, url: string): string | null {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== `${APP_SCHEME}:` || host !== APP_HOST) return null;
  const name = decoded(pathname === '/' ? '/index.html' : pathname);
  if (name === null || /[\0\\:]/u.test(name)) return null;
  const path = resolve(root, `.${name}`);
  return path.startsWith(root + sep) ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function refusal(statusCode: 404 | 405): PageResponse {
  return { statusCode, headers: { ...SECURITY_HEADERS }, data: Buffer.alloc(0) };
}
