import process from 'node:process';
import { Failure } from './failure.mjs';
import { at, root } from './places.mjs';
import { say } from './progress.mjs';
import { quietEnvironment, signalGroup, spawnGroup } from './run.mjs';

/** The server's way to say that it has told the reason itself. */
const REASON_TOLD = 2;
const RESTART_PAUSE_MS = 1_000;
const RESTARTS_PER_MINUTE = 5;

function command(dev) {
  return dev
    ? ['--import', 'tsx', at('apps', 'parley', 'src', 'main.ts'), '--dev']
    : [at('apps', 'parley', 'dist', 'main.mjs')];
}

/** The server as a child process: started, told that the web app is built, started again when it dies, stopped. */
export class Server {
  #dev;
  #child;
  #stopping = false;
  #restarting = false;
  #wasReady = false;
  #webIsBuilt = false;
  #restarts = [];
  #fail;

  /** Never fulfilled; rejected when the server is down for good. */
  failed = new Promise((_resolve, reject) => {
    this.#fail = reject;
  });

  constructor({ dev }) {
    this.#dev = dev;
    this.failed.catch(() => {});
  }

  /** Starts it, and is fulfilled when it answers at its address. It waits by itself for the web app's build. */
  start({ webIsBuilt }) {
    this.#webIsBuilt = webIsBuilt;
    return new Promise((resolve) => {
      this.#spawn(resolve);
    });
  }

  #spawn(onReady = () => {}) {
    const child = spawnGroup(
      process.execPath,
      [...command(this.#dev), ...(this.#webIsBuilt ? [] : ['--wait-for-web'])],
      {
        cwd: root,
        env: { ...process.env, ...quietEnvironment, NODE_ENV: this.#dev ? 'development' : 'production' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    this.#child = child;
    child.on('message', (message) => {
      if (message !== 'ready') return;
      this.#wasReady = true;
      onReady();
    });
    child.once('exit', (code, signal) => this.#ended(code, signal));
  }

  #ended(code, signal) {
    this.#child = undefined;
    if (this.#stopping) return;
    if (this.#restarting) {
      this.#restarting = false;
      this.#spawn();
      return;
    }
    if (this.#dev && this.#wasReady) {
      say('  The server ended; it starts again with the next change.');
      return;
    }
    if (code === REASON_TOLD) {
      this.#fail(new Failure(''));
      return;
    }
    const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
    const minuteAgo = Date.now() - 60_000;
    this.#restarts = this.#restarts.filter((time) => time > minuteAgo);
    if (!this.#wasReady || this.#restarts.length >= RESTARTS_PER_MINUTE) {
      this.#fail(new Failure(`The server ${how}: what it said is above.`));
      return;
    }
    this.#restarts.push(Date.now());
    say(`  The server ${how}; starting it again.`);
    setTimeout(() => {
      if (!this.#stopping) this.#spawn();
    }, RESTART_PAUSE_MS);
  }

  /** Tells the waiting server that the web app can be loaded. */
  webIsBuilt() {
    this.#webIsBuilt = true;
    if (this.#child?.connected) this.#child.send('web-built');
  }

  /** Ends it and starts it again, because its sources changed. */
  restart() {
    if (this.#restarting || this.#stopping) return;
    if (!this.#child) {
      this.#spawn();
      return;
    }
    this.#restarting = true;
    this.#child.kill('SIGTERM');
  }

  /** Asks it to end, and is fulfilled when it has. */
  stop() {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
  }

  /** Ends it at once: a second signal lets it end the database too, and what is left then is killed. */
  force() {
    const child = this.#child;
    if (!child) process.exit(1);
    child.kill('SIGTERM');
    setTimeout(() => {
      signalGroup(child, 'SIGKILL');
      process.exit(1);
    }, 1_500);
  }
}
