import type { ServerResponse } from 'node:http';

const headers = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
} as const;

/** Sets what every answer carries, whoever writes the rest of it: health, refusals and pages alike. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** Tells browsers to come over https from now on; only where people do come over https. */
export function setStrictTransport(response: ServerResponse): void {
  response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains; preload');
}
