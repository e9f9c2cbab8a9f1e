// Loaded before every measured program: says what it uses when asked, and ends it with the process that measures.
process.on('message', (message) => {
  if (message?.command !== 'usage') return;
  if (message.input.collect) globalThis.gc();
  const { user, system } = process.cpuUsage();
  process.send({ id: message.id, output: { cpuMs: (user + system) / 1_000, rssBytes: process.memoryUsage.rss() } });
});
process.on('disconnect', () => process.exit());
