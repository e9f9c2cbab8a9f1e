import type { NextConfig } from 'next';

/** For everything that is answered, files of the build included. What differs from request to request is set in `proxy.ts`. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
];

/** For what is no page: whatever it turns out to be, nothing of it runs. Pages have a policy of their own, from `proxy.ts`. */
const inertHeaders = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // The start script builds on every machine, and types do not differ from one to the next: `npm run verify` checks them.
  typescript: { ignoreBuildErrors: process.env.PARLEY_BUILD_TYPES === 'skip' },
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: securityHeaders },
      { source: '/(api|files|hooks|_next)/:path*', headers: inertHeaders },
    ]),
};

export default config;
