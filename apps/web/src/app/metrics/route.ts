import { judgeMetrics } from '@parley/auth/metrics-access';
import { renderMetrics } from '@parley/telemetry/metrics';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/**
 * What this process has measured, as Prometheus reads it. Next shows no socket, so that nobody is known to be on this
 * machine: here one needs the token that METRICS_TOKEN holds.
 */
export async function GET({ headers }: Request): Promise<Response> {
  const noStore = { 'cache-control': 'no-store' };
  const authorization = headers.get('authorization');
  const status = judgeMetrics({ authorization, remoteAddress: null, forwarded: true });
  if (status !== 200) return Response.json({ status: 'refused' }, { status, headers: noStore });
  const { contentType, text } = await renderMetrics();
  return new Response(text, { headers: { 'content-type': contentType, ...noStore } });
}
