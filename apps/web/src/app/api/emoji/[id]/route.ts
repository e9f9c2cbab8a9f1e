import { answerEmoji } from '@/server/answer-emoji.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

/** The picture of a workspace's emoji. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerEmoji(request, (await params).id);
}
