import { logger } from '@parley/telemetry/logger';
import { z } from 'zod';
import { readBody } from '@/server/read-body.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

const MAX_BYTES = 16 * 1024;

const reports = z.array(
  z.object({
    type: z.literal('csp-violation'),
    body: z.object({ effectiveDirective: z.string().max(100), blockedURL: z.string().max(2_000) }),
  }),
);

/** Where a refused resource came from, without the rest of its address. */
function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url.slice(0, 40);
}

/** Browsers tell here what a page's policy kept them from loading. */
export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, MAX_BYTES);
  const found = reports.safeParse(parse(body));
  for (const { body: report } of found.data?.slice(0, 10) ?? []) {
    const { effectiveDirective: directive, blockedURL } = report;
    logger('web').warn({ directive, blocked: originOf(blockedURL) }, "A page's policy refused to load something.");
  }
  return new Response(null, { status: found.success ? 204 : 400 });
}

function parse(body: Uint8Array | null): unknown {
  try {
    return body && JSON.parse(Buffer.from(body).toString());
  } catch {
    return null;
  }
}
