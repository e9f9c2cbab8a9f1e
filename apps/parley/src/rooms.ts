import type { IncomingMessage, ServerResponse } from 'node:http';
import { pinForwardedFor } from '@parley/auth/client-address';
import { authEnv } from '@parley/auth/env';
import { answerMetrics } from './answer-metrics.ts';
import type { Rooms, UpgradeListener } from './http-front.ts';
import { setStrictTransport } from './security-headers.ts';
import type { WebApp } from './web-app.ts';

function isDecodable(url: string | undefined): boolean {
  try {
    decodeURI(url ?? '');
    return true;
  } catch {
    return false;
  }
}

function isSocketPath(url = ''): boolean {
  return url === '/ws' || url.startsWith('/ws?');
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end('{"error":"The address is not valid."}');
}

/** What stands behind the one port: the sockets' path goes to the sockets, everything else to the web app. */
export function roomsOf(web: WebApp, sockets: { upgrade: UpgradeListener }, dev: boolean): Rooms {
  return {
    request: (request: IncomingMessage, response: ServerResponse) => {
      if (authEnv().https) setStrictTransport(response);
      if (answerMetrics(request, response)) return;
      if (!isDecodable(request.url)) {
        refuse(response);
        return;
      }
      // Next hides the socket: from here on the client's address is the one entry that cannot be made up.
      pinForwardedFor(request);
      web.request(request, response);
    },
    upgrade: (request, socket, head) => {
      // Next's own sockets are for reloading while one develops, and not reachable otherwise.
      const room = dev && !isSocketPath(request.url) ? web : sockets;
      room.upgrade(request, socket, head);
    },
  };
}
