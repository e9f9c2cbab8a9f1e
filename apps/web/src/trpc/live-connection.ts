import type { TRPCWebSocketClient } from '@trpc/client';
import { openLiveSocket, socketOpens } from './live-socket.ts';
import { nextTrial, patienceWith, socketSeemsBlocked, type Transport } from './transport-choice.ts';

export type LiveStatus = 'idle' | 'connecting' | 'open';

export interface LiveConnectionOptions {
  socketUrl: string;
  ticket?: (() => Promise<string>) | undefined;
  /** Whether the server answers over HTTP. */
  httpWorks: () => Promise<boolean>;
  onSignedOut: () => void;
}

const CHECK_EVERY = 2_000;
/** Longer than a ping and its answer take: silence beyond it after a wake-up means that the socket is dead. */
const SILENCE = 15_000;
const TRIAL_MS = 5_000;
const BLOCKED_KEY = 'parley.sockets-blocked';
/** A page that nobody has looked at for so long gives its event streams back, where they are scarce. */
const PARK_AFTER = 15_000;
/** What a page cannot do without. */
const essential = new Set(['inbox', 'message.onChange']);

/**
 * Where events come from: one WebSocket, or, where sockets are blocked, server-sent events. Restarts at once when the
 * network comes back or the page is looked at again. Lives in the browser only.
 */
export class LiveConnection {
  readonly #options: LiveConnectionOptions;
  readonly #operations = new Map<symbol, LiveStatus>();
  readonly #listeners = new Set<() => void>();
  readonly #restarts = new Set<() => void>();
  readonly #stop = new AbortController();
  #transport: Transport;
  #socket: TRPCWebSocketClient | null = null;
  #heardBefore = false;
  #heardAt = 0;
  #downSince: number | null = null;
  #patienceTimer: ReturnType<typeof setTimeout> | undefined;
  #checking = false;
  #failedTrials = 0;
  #trialTimer: ReturnType<typeof setTimeout> | undefined;
  #parkTimer: ReturnType<typeof setTimeout> | undefined;
  #parked = false;

  constructor(options: LiveConnectionOptions) {
    this.#options = options;
    this.#transport = sessionStorage.getItem(BLOCKED_KEY) ? 'events' : 'socket';
    if (this.#transport === 'events') this.#planTrial();
    const { signal } = this.#stop;
    const wake = () => this.#wake();
    window.addEventListener('online', wake, { signal });
    window.addEventListener('pageshow', wake, { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    document.addEventListener('visibilitychange', () => this.#planParking(), { signal });
    const timer = setInterval(() => void this.#check(), CHECK_EVERY);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  get transport(): Transport {
    return this.#transport;
  }

  get closed(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Event streams are scarce: over HTTP/1 each takes one of the six connections that all pages of the site share. */
  get isScarce(): boolean {
    return this.#transport === 'events' && !isMultiplexed();
  }

  /** Whether a subscription may have a stream of its own now; it is asked again after each restart. */
  mayOpen(path: string): boolean {
    return !this.isScarce || (essential.has(path) && !this.#parked);
  }

  /** `idle` while nothing is asked for. */
  get status(): LiveStatus {
    if (this.#operations.size === 0) return 'idle';
    return [...this.#operations.values()].includes('open') ? 'open' : 'connecting';
  }

  /** The socket that subscriptions go through now. */
  get socket(): TRPCWebSocketClient {
    this.#socket ??= openLiveSocket({
      url: this.#options.socketUrl,
      ticket: this.#options.ticket,
      onHeard: () => this.heard(),
      onSignedOut: () => this.signOut(),
    });
    return this.#socket;
  }

  /** Calls `listener` when the status or the transport changed. Returns what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `restart` when subscriptions are to begin anew on the current transport. Returns what ends it. */
  onRestart(restart: () => void): () => void {
    this.#restarts.add(restart);
    return () => this.#restarts.delete(restart);
  }

  /** Notes how a subscription fares; null when it has ended. */
  report(operation: symbol, status: LiveStatus | null): void {
    const before = this.status;
    if (status === null) this.#operations.delete(operation);
    else this.#operations.set(operation, status);
    const now = this.status;
    if (now === 'idle' || (now === 'open' && this.#speaks)) this.#downSince = null;
    else if (this.#downSince === null) this.#beginWaiting();
    if (now !== before) this.#tell();
  }

  /** Whether what comes is believed to come: a socket that opened may yet be one that lets nothing through. */
  get #speaks(): boolean {
    return this.#transport === 'events' || this.#heardBefore;
  }

  #beginWaiting(): void {
    this.#downSince = Date.now();
    clearTimeout(this.#patienceTimer);
    this.#patienceTimer = setTimeout(() => void this.#check(), patienceWith(this.#heardBefore));
  }

  /** Something came from the server. */
  heard(): void {
    this.#heardAt = Date.now();
    if (this.#transport !== 'socket') return;
    this.#heardBefore = true;
    this.#failedTrials = 0;
    if (this.status === 'open') this.#downSince = null;
  }

  /** The server does not know the session any more. */
  signOut(): void {
    if (this.closed) return;
    this.close();
    this.#options.onSignedOut();
  }

  /** Ends everything; for signing out. */
  close(): void {
    this.#stop.abort();
    clearTimeout(this.#trialTimer);
    clearTimeout(this.#parkTimer);
    clearTimeout(this.#patienceTimer);
    for (const restart of this.#restarts) restart();
    void this.#socket?.close();
    this.#tell();
  }

  #wake(): void {
    if (document.visibilityState === 'hidden' || this.#operations.size === 0) return;
    const silent = Date.now() - this.#heardAt > SILENCE;
    if (this.status === 'connecting' || (this.#transport === 'socket' && silent)) this.#restart();
  }

  #planParking(): void {
    clearTimeout(this.#parkTimer);
    if (document.visibilityState === 'hidden') {
      this.#parkTimer = setTimeout(() => this.#park(true), PARK_AFTER);
    } else this.#park(false);
  }

  #park(parked: boolean): void {
    if (parked === this.#parked) return;
    this.#parked = parked;
    if (this.isScarce) this.#restart();
  }

  #restart(): void {
    const old = this.#socket;
    this.#socket = null;
    for (const restart of this.#restarts) restart();
    void old?.close();
  }

  #use(transport: Transport): void {
    if (this.closed || transport === this.#transport) return;
    this.#transport = transport;
    if (transport === 'socket') sessionStorage.removeItem(BLOCKED_KEY);
    else if (!this.#heardBefore) sessionStorage.setItem(BLOCKED_KEY, '1');
    this.#restart();
    this.#tell();
  }

  async #check(): Promise<void> {
    if (this.#transport !== 'socket' || this.#downSince === null || this.#checking) return;
    const trial = { heardBefore: this.#heardBefore, silentFor: Date.now() - this.#downSince, online: navigator.onLine };
    if (!socketSeemsBlocked(trial)) return;
    this.#checking = true;
    const works = await this.#options.httpWorks();
    this.#checking = false;
    if (!works || this.#downSince === null) return;
    this.#use('events');
    this.#planTrial();
  }

  #planTrial(): void {
    clearTimeout(this.#trialTimer);
    this.#trialTimer = setTimeout(() => void this.#trySocket(), nextTrial(this.#failedTrials));
  }

  async #trySocket(): Promise<void> {
    const opens = await socketOpens(this.#options.socketUrl, TRIAL_MS);
    // Also one that opens has yet to be heard: until then it counts as one more that failed.
    this.#failedTrials += 1;
    if (opens) {
      this.#heardBefore = false;
      this.#use('socket');
    } else if (!this.closed) this.#planTrial();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Whether the page came over a protocol that carries many streams on one connection. */
function isMultiplexed(): boolean {
  const [page] = performance.getEntriesByType('navigation');
  return page instanceof PerformanceResourceTiming && /^h[23]/.test(page.nextHopProtocol);
}
