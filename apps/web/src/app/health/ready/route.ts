import { readiness } from '@/server/readiness.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The process can answer: 200, or 503 while its database does not answer. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  const status = state.database ? 'ready' : 'unavailable';
  return Response.json(
    { status, ...state },
    { status: state.database ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
