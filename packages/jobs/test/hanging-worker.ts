import { startWorker } from '../src/start-worker.ts';

const forever = new Promise<void>(() => undefined);
// Keeps the process up while nothing happens in it.
setInterval(() => undefined, 60_000);

/** A worker that says which job it took, and never gets done with it. */
startWorker({
  handlers: {
    'send-scheduled': () => forever,
    remind: ({ messageId }) => {
      process.stdout.write(`took ${messageId}\n`);
      return forever;
    },
  },
  sweep: async () => undefined,
});
