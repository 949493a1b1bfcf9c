import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';

const HSTS_SECONDS = 63_072_000; // two years

/** The styles that stand in the pages themselves are named by their hashes; nothing else that stands in a page has any effect. */
const policyFor = (styles: readonly string[]) => ({
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", ...styles.map((hash) => `'${hash}'`)],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['amparo'],
});

const DENIED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];
/** What our own pages may ask for: the microphone, for reports that are spoken, and reviewers' passkeys. The browser still asks the person. */
const OWN_FEATURES = ['microphone', 'publickey-credentials-create', 'publickey-credentials-get'];
const PERMISSIONS_POLICY = [
  ...DENIED_FEATURES.map((feature) => `${feature}=()`),
  ...OWN_FEATURES.map((feature) => `${feature}=(self)`),
].join(', ');

/** Puts on an answer what every answer carries, whoever sends it. */
export type SetHeaders = (response: ServerResponse) => void;

/**
 * The same headers for every answer, byte for byte, so that a manifest of the site can name them once. What helmet sets is asked for
 * once: none of it depends on the request. `styles`: hashes of the styles in the pages, as in a policy (`sha256-...`).
 */
export function createHeaders(styles: readonly string[] = []): SetHeaders {
  const headers = [
    ...headersOfHelmet(styles),
    ['Permissions-Policy', PERMISSIONS_POLICY],
    ['Cache-Control', 'no-store'],
  ] as const;
  return (response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

function headersOfHelmet(styles: readonly string[]): (readonly [name: string, value: string])[] {
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policyFor(styles) },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: true,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: HSTS_SECONDS, includeSubDomains: false, preload: false },
    xContentTypeOptions: true,
    xDnsPrefetchControl: true,
    xDownloadOptions: true,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: { permittedPolicies: 'none' },
    xPoweredBy: true,
    xXssProtection: true,
  });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  secure(response.req, response, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]);
}
