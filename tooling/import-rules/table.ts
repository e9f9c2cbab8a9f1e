/** One row of the table: which files it speaks of, and what they may import. All paths are globs from the root. */
export type Row = {
  readonly name: string;
  readonly files: readonly string[];
  /** Files of ours whose values may be imported. `<domain>` is the importer's folder in `src`, `<workspace>` its workspace. */
  readonly values: readonly string[];
  /** Files of ours whose types may be imported as well. */
  readonly types?: readonly string[];
  /** Files of ours that stay forbidden although a glob above holds them. */
  readonly except?: readonly string[];
  /** Packages of others: the only ones allowed, or the ones never allowed. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
};

/** Tests and their parts. Nobody else may import them. */
export const tests = ['**/*.test.{ts,tsx}', '{packages,apps,tooling}/**/{test,testing}/**', 'test/**'];

const frameworks = ['@trpc/**', 'next{,/**}', 'next-auth{,/**}', 'react{,/**}', 'react-dom{,/**}'];

const realtimeInterfaces =
  'packages/realtime/src/{events,topics,encoded-event,shapes,signals,channel-stream,event-stream}{.ts,/**}';
const realtimeShapes = 'packages/realtime/src/{events,topics,shapes,signals}{.ts,/**}';

const inputs = ['packages/api/src/**/*.input.ts', 'packages/api/src/input/**'];
const policies = ['packages/api/src/**/*.policy.ts'];
const apiShared = ['packages/api/src/!(root).ts', 'packages/api/src/{access,input,page}/**'];
const verbsAndViews = 'packages/api/src/!(trpc)/!(*.router|*.input|*.policy).ts';
const verbValues = [
  ...apiShared,
  '<domain>/**',
  verbsAndViews,
  'packages/db/src/**',
  realtimeInterfaces,
  'packages/jobs/src/{jobs,enqueue}{.ts,/**}',
];
const verbTypes = ['packages/api/src/trpc/context.ts', 'packages/{realtime,jobs,storage}/src/**'];
const routers = ['packages/api/src/**/*.router.ts'];

const authForNext = ['packages/auth/src/next-auth.ts'];

/** Rooms of the web app that only the server enters. */
export const webServer = [
  'apps/web/src/app/**/route.ts',
  'apps/web/src/server/**',
  'apps/web/src/trpc/server.{ts,tsx}',
];

/** Code of the web app that runs in the browser: its members are found by following imports (`browser-files.ts`). */
export const browserRow: Row = {
  name: 'web in the browser',
  files: ['apps/web/src/{features,sync}/**'],
  values: ['apps/web/src/**', 'packages/ui/src/**', realtimeShapes, ...inputs, ...policies],
  types: ['packages/api/src/**'],
  except: webServer,
  never: ['node:*', 'server-only', 'pg', 'next/server', 'next/headers', 'next-auth'],
};

/** The first row that holds a file decides. */
export const table: readonly Row[] = [
  {
    name: 'tests of parley, which composes the apps',
    files: ['apps/parley/**/*.test.ts'],
    values: ['packages/**', 'apps/**', 'test/**'],
  },
  {
    name: 'tests',
    files: tests,
    values: ['<workspace>/**', 'packages/**', 'test/**'],
  },
  {
    name: 'ui',
    files: ['packages/ui/**'],
    values: ['packages/ui/**'],
    only: ['react{,/**}', 'react-dom{,/**}', '@base-ui/react{,/**}', 'lucide-react{,/**}', 'react-day-picker', 'clsx'],
  },
  { name: 'db', files: ['packages/db/**'], values: ['packages/db/**'] },
  { name: 'telemetry', files: ['packages/telemetry/**'], values: ['packages/telemetry/**'] },
  {
    name: 'realtime shapes, which the browser has too',
    files: [realtimeShapes],
    values: [realtimeShapes],
    only: ['zod'],
  },
  { name: 'realtime', files: ['packages/realtime/**'], values: ['packages/{realtime,telemetry}/**'] },
  { name: 'storage', files: ['packages/storage/**'], values: ['packages/{storage,telemetry}/**'] },
  { name: 'jobs', files: ['packages/jobs/**'], values: ['packages/{jobs,telemetry,db}/**'] },
  { name: 'auth for Next', files: authForNext, values: ['packages/{auth,db,telemetry}/**'] },
  {
    name: 'auth, which loads without Next',
    files: ['packages/auth/**'],
    values: ['packages/{auth,db,telemetry}/**'],
    except: authForNext,
    never: ['next{,/**}', 'react{,/**}', '@trpc/**'],
  },
  { name: 'api inputs, which the browser has too', files: inputs, values: inputs, only: ['zod'] },
  {
    name: 'api policies, which the browser has too',
    files: policies,
    values: ['<domain>/*.policy.ts', ...inputs],
    types: ['<domain>/**', 'packages/api/src/access/**'],
    only: [],
  },
  {
    name: 'api root',
    files: ['packages/api/src/root.ts'],
    values: ['packages/api/src/**/*.router.ts', 'packages/api/src/trpc/**'],
    only: ['@trpc/server{,/**}', 'zod'],
  },
  {
    name: 'api routers',
    files: ['packages/api/src/**/*.router.ts'],
    values: [...apiShared, '<domain>/**', verbsAndViews, realtimeInterfaces, 'packages/api/src/trpc/**'],
    types: verbTypes,
    except: ['packages/api/src/access/**'],
    only: ['@trpc/server{,/**}', 'zod', 'node:*'],
  },
  {
    name: 'api procedures and middleware',
    files: ['packages/api/src/trpc/**'],
    values: [...verbValues, 'packages/{auth,telemetry}/src/**'],
    types: verbTypes,
    except: routers,
    never: frameworks.filter((name) => name !== '@trpc/**'),
  },
  {
    name: 'api access layer',
    files: ['packages/api/src/access/**'],
    values: [...apiShared, 'packages/api/src/**/*.view.ts', 'packages/db/src/**'],
    types: verbTypes,
    never: frameworks,
  },
  {
    name: 'api sign-in verbs',
    files: ['packages/api/src/{auth,account}/**'],
    values: [...verbValues, 'packages/auth/src/**', 'packages/api/src/trpc/{consume-limit,rate-limits}.ts'],
    types: verbTypes,
    except: routers,
    never: frameworks,
  },
  {
    name: 'api verbs, policies and views',
    files: ['packages/api/**'],
    values: verbValues,
    types: verbTypes,
    except: routers,
    never: frameworks,
  },
  {
    name: 'client',
    files: ['packages/client/**'],
    values: ['packages/client/**', realtimeShapes],
    types: ['packages/api/src/**'],
  },
  { name: 'parley, which composes the apps', files: ['apps/parley/**'], values: ['packages/**', 'apps/**'] },
  {
    name: 'apps that load without Next',
    files: ['apps/{ws-server,worker}/**'],
    values: ['<workspace>/**', 'packages/!(ui)/**'],
    except: authForNext,
    never: ['next{,/**}', 'react{,/**}', 'react-dom{,/**}'],
  },
  { name: 'web on the server', files: ['apps/web/**'], values: ['<workspace>/**', 'packages/**'] },
  { name: 'trials', files: ['{e2e,bench,chaos}/**'], values: ['<workspace>/**', 'packages/**'] },
  { name: 'settings of the tests', files: ['vitest.config.ts'], values: ['test/**'] },
  { name: 'tooling', files: ['{tooling,scripts}/**', '*.{ts,mjs}'], values: ['{tooling,scripts,test}/**'] },
];

/** Packages of others that stand in one place alone. */
export const reserved: readonly { readonly packages: readonly string[]; readonly place: readonly string[] }[] = [
  { packages: ['pino', 'pino-*', 'prom-client', '@opentelemetry/**'], place: ['packages/telemetry/**'] },
  { packages: ['pg-boss'], place: ['packages/jobs/**'] },
  { packages: ['ioredis'], place: ['packages/realtime/{src/redis,test}/**'] },
];

/** Who, beside tests, may import what is for tests. */
export const testRows: readonly string[] = [
  'tests',
  'tests of parley, which composes the apps',
  'trials',
  'settings of the tests',
];

/** Files that may not exist: a barrel hides what a domain offers. */
export const barrels = ['packages/*/src/**/index.{ts,tsx}', 'apps/*/src/**/index.{ts,tsx}'];
