import { Auth } from '@auth/core';
import { parseSetCookie } from 'cookie';
import { z } from 'zod';
import { answerBrowserAuth } from '../browser-auth.ts';
import type { BrowserAuthHooks } from '../browser-sign-in.ts';

const csrfAnswer = z.object({ csrfToken: z.string() });

export interface TestBrowser {
  readonly jar: Map<string, string>;
  readonly ask: (path: string, form?: Record<string, string> | string) => Promise<Response>;
  readonly csrfToken: () => Promise<string>;
  readonly signIn: (fields?: Record<string, string>) => Promise<Response>;
}

/** A browser of few words: it keeps cookies and says where it comes from. */
export function openBrowser(hooks: BrowserAuthHooks, extra: Record<string, string> = {}): TestBrowser {
  const jar = new Map<string, string>();
  const ask = async (path: string, form?: Record<string, string> | string) => {
    const headers = new Headers({ 'x-forwarded-for': '2001:db8::7', 'user-agent': 'my-browser/1.0', ...extra });
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const body = typeof form === 'object' ? new URLSearchParams(form) : form;
    const init: RequestInit = body === undefined ? { headers } : { method: 'POST', headers, body };
    const request = new Request(`http://localhost:3000${path}`, init);
    const response = await answerBrowserAuth(request, hooks, Auth);
    for (const line of response.headers.getSetCookie()) {
      const cookie = parseSetCookie(line);
      if (cookie.value) jar.set(cookie.name, cookie.value);
      else jar.delete(cookie.name);
    }
    return response;
  };
  const csrfToken = async () => csrfAnswer.parse(await (await ask('/api/auth/csrf')).json()).csrfToken;
  const signIn = async (fields: Record<string, string> = {}) =>
    ask('/api/auth/callback/credentials', {
      csrfToken: await csrfToken(),
      email: 'ada@example.com',
      password: 'a long quiet river',
      ...fields,
    });
  return { jar, ask, csrfToken, signIn };
}
