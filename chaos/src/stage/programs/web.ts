// A web process without pages: the product's router behind its own HTTP server, for runs that cannot wait for a build.
import { createServer } from 'node:http';
import { appRouter } from '@parley/api/root';
import { createContext } from '@parley/api/trpc/create-context';
import { realtime } from '@parley/realtime/realtime';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';

const answerCall = createHTTPHandler({
  router: appRouter,
  basePath: '/api/trpc/',
  createContext: ({ req }) =>
    createContext(
      {
        transport: 'http',
        cookie: req.headers.cookie ?? null,
        authorization: req.headers.authorization ?? null,
        sessionId: null,
        address: req.socket.remoteAddress ?? null,
        userAgent: req.headers['user-agent'] ?? null,
      },
      realtime(),
    ),
});

createServer((request, response) => {
  if (request.url?.startsWith('/api/trpc/')) answerCall(request, response);
  else response.writeHead(request.url === '/health/ready' ? 200 : 404).end();
}).listen(Number(process.env.PORT), '127.0.0.1');
