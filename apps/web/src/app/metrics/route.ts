import { renderMetrics } from '@parley/telemetry/metrics';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** What this process has measured, as Prometheus reads it. */
export async function GET(): Promise<Response> {
  const { contentType, text } = await renderMetrics();
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
