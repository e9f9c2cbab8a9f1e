import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { startHeadCheck } from '@parley/api/channel/start-head-check';
import { appRouter } from '@parley/api/root';
import { createContext } from '@parley/api/trpc/create-context';
import type { Realtime } from '@parley/realtime/realtime';
import { countSocketOpened } from '@parley/telemetry/metrics';
import type { AnyRouter } from '@trpc/server/unstable-core-do-not-import';
import { type WebSocket, WebSocketServer } from 'ws';
import { type CloseReason, NOT_SIGNED_IN, TOO_MANY_SOCKETS, TRY_LATER } from './close-codes.ts';
import { drainSockets } from './drain-sockets.ts';
import { wsEnv } from './env.ts';
import { SOCKET_LIMITS, type SocketLimits } from './limits.ts';
import { logFailure } from './log-failure.ts';
import type { SocketServices } from './services.ts';
import { People } from './session/people.ts';
import { SessionCheck } from './session/session-check.ts';
import { type SocketSessions, socketSessions } from './session/socket-sessions.ts';
import { Connection } from './socket/connection.ts';
import { WriteTurn } from './socket/write-turn.ts';
import { createSocketCounts, deliveryReporter, type SocketCounts } from './socket-counts.ts';
import { FailedUpgrades } from './upgrade/failed-upgrades.ts';
import { type Admission, judgeUpgrade } from './upgrade/judge-upgrade.ts';
import { refuseUpgrade, TOO_MANY, UNAVAILABLE } from './upgrade/refuse-upgrade.ts';

export interface WsServerOptions {
  readonly realtime: Realtime;
  /** What else than the product's own to serve, for tests and measurements. */
  readonly router?: AnyRouter;
  readonly createContext?: SocketServices['createContext'];
  readonly sessions?: SocketSessions;
  readonly limits?: Partial<SocketLimits>;
}

export interface WsServer {
  /** Takes an upgrade request of any path and answers it: with a socket at `/ws`, else with an HTTP error. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /**
   * Takes no new sockets, asks clients to come back elsewhere and closes all within `ms` milliseconds. Resolves when
   * there is none left.
   */
  drain(ms: number): Promise<void>;
  readonly counts: Readonly<SocketCounts>;
}

/** Makes the socket server of a process. It listens nowhere by itself: hand it the upgrades of an HTTP server. */
export function createWsServer(options: WsServerOptions): WsServer {
  return new SocketServer(options);
}

function ignore(): void {}

class SocketServer implements WsServer, SocketServices {
  readonly router: AnyRouter;
  readonly limits: SocketLimits;
  readonly turn = new WriteTurn();
  readonly counts = createSocketCounts();
  readonly createContext: SocketServices['createContext'];
  readonly onError = logFailure;
  readonly #sessions: SocketSessions;
  readonly #origins: ReadonlySet<string>;
  readonly #connections = new Set<Connection>();
  readonly #people: People;
  readonly #failed: FailedUpgrades;
  readonly #sessionCheck: SessionCheck;
  readonly #wss: WebSocketServer;
  readonly #beat: NodeJS.Timeout;
  readonly #stopHeadCheck: () => void;
  readonly #reportDeliveries = deliveryReporter(this.counts);
  #draining = false;

  constructor({ realtime, ...given }: WsServerOptions) {
    const { origins, rateLimits } = wsEnv();
    const messages = rateLimits ? SOCKET_LIMITS.messages : Number.POSITIVE_INFINITY;
    this.limits = { ...SOCKET_LIMITS, messages, ...given.limits };
    this.router = given.router ?? appRouter;
    this.createContext = given.createContext ?? contextFrom(realtime);
    this.#sessions = given.sessions ?? socketSessions;
    this.#origins = new Set(origins);
    this.#failed = new FailedUpgrades(realtime);
    this.#people = new People(realtime.hub, this.limits.socketsPerUser);
    this.#sessionCheck = new SessionCheck((sessionIds) => this.#sessions.findLive(sessionIds), this.limits.recheckMs);
    this.#wss = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.limits.frameBytes,
      maxFragments: 1_024,
      maxBufferedChunks: 4_096,
    });
    this.#beat = setInterval(() => this.#lookAfterAll(), this.limits.beatMs).unref();
    this.#stopHeadCheck = startHeadCheck(realtime);
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Nobody else listens while it is decided, and the other end may break off.
    socket.on('error', ignore);
    if (this.#draining) {
      refuseUpgrade(socket, UNAVAILABLE);
      return;
    }
    void judgeUpgrade(request, {
      identify: (credentials) => this.#sessions.identify(credentials),
      origins: this.#origins,
      failed: this.#failed,
    }).then((verdict) => {
      if ('status' in verdict) refuseUpgrade(socket, verdict);
      else if (this.#draining) refuseUpgrade(socket, UNAVAILABLE);
      else this.#upgrade({ request, socket, head }, verdict);
    });
  }

  async drain(ms: number): Promise<void> {
    this.#draining = true;
    await drainSockets(this.#connections, ms);
    clearInterval(this.#beat);
    this.#stopHeadCheck();
  }

  async admit(connection: Connection, ticket: string | null): Promise<CloseReason | null> {
    if (ticket === null) return NOT_SIGNED_IN;
    try {
      const identity = await this.#sessions.redeem(ticket);
      if (!identity) return NOT_SIGNED_IN;
      if (connection.closed) return null;
      if (!this.#people.takePlace(identity.userId)) return TOO_MANY_SOCKETS;
      connection.signIn(identity);
      this.#people.enter(connection, identity.userId);
      return null;
    } catch {
      return TRY_LATER;
    }
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return;
    this.counts.sockets -= 1;
    if (connection.identity) this.#people.leave(connection, connection.identity.userId);
    else void this.#failed.count(connection.client);
  }

  #upgrade(arrival: { request: IncomingMessage; socket: Duplex; head: Buffer }, admission: Admission): void {
    const { request, socket, head } = arrival;
    const userId = admission.identity?.userId;
    if (userId !== undefined && !this.#people.takePlace(userId)) {
      refuseUpgrade(socket, TOO_MANY);
      return;
    }
    let opened = false;
    this.#wss.handleUpgrade(request, socket, head, (ws) => {
      opened = true;
      socket.removeListener('error', ignore);
      this.#open(ws, socket, admission);
    });
    if (!opened && userId !== undefined) this.#people.givePlaceBack(userId);
  }

  #open(ws: WebSocket, socket: Duplex, admission: Admission): void {
    const connection = new Connection({ ws, socket, ...admission }, this);
    this.#connections.add(connection);
    this.counts.sockets += 1;
    countSocketOpened();
    if (connection.identity) this.#people.enter(connection, connection.identity.userId);
  }

  #lookAfterAll(): void {
    const now = performance.now();
    for (const connection of this.#connections) connection.beat(now);
    this.#sessionCheck.beat(now, this.#connections);
    this.#reportDeliveries();
  }
}

/** The product's context of a call: who is calling is asked anew each time, since a socket outlives many answers. */
function contextFrom(realtime: Realtime): SocketServices['createContext'] {
  return ({ sessionId }, client) =>
    createContext({ transport: 'ws', cookie: null, authorization: null, sessionId, ...client }, realtime);
}
