import { browserAuth } from '@/server/browser-auth.ts';

export const dynamic = 'force-dynamic';
export const runtime = 'nodejs';

export const { GET, POST } = browserAuth;
