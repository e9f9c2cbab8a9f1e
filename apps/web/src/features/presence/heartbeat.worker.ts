// Browsers slow down the timers of pages that nobody looks at, but not those of workers.
const EVERY = 15_000;

setInterval(() => self.postMessage('beat'), EVERY);
