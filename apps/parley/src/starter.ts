/** The start script that may have started this process, and speaks to it over a channel. */

/** Tells the starter that the server answers. */
export function tellStarterReady(): void {
  process.send?.('ready');
}

/** Heard from the first moment on: the build may be done before anybody waits for it. */
const built = new Promise<void>((resolve) => {
  process.on('message', (message) => {
    if (message === 'web-built') resolve();
  });
});

/** Is fulfilled when the starter says that the web app is built; rejected when `signal` says to stop waiting. */
export function webIsBuilt(signal: AbortSignal): Promise<void> {
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Stopped while the web app was being built.')));
  });
  return Promise.race([built, stopped]);
}

/** Calls back when the starter is gone: then nobody is left who would stop this process. */
export function onStarterGone(callback: () => void): void {
  if (process.channel) process.once('disconnect', callback);
}
