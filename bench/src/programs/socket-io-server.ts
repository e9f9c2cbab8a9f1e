// Socket.IO with its Redis adapter, as its documentation sets it up, without sessions and without a database.
import { createServer } from 'node:http';
import { connectSingle } from '@parley/realtime/redis/connect-redis';
import { createAdapter } from '@socket.io/redis-adapter';
import { Server } from 'socket.io';
import { answer } from '../process/answer.ts';
import { benchEnv } from '../process/env.ts';

const { port, redisUrl } = benchEnv();
const reportError = (error: unknown): void => {
  throw error;
};
const [publisher, subscriber] = ['publish', 'subscribe'].map((name) => connectSingle(redisUrl, { name, reportError }));

const http = createServer();
const io = new Server(http, {
  adapter: createAdapter(publisher, subscriber),
  transports: ['websocket'],
  serveClient: false,
});
io.on('connection', (socket) => void socket.join(['channel', socket.id]));

answer({ listen: () => new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve)) });
