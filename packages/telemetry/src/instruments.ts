import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a database pool says of itself. */
export interface PoolCounts {
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

const requestSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const sendSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** A fresh registry with all that Parley measures and what Node says of the process. */
export function createInstruments() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const pool = { read: (): PoolCounts => ({ total: 0, idle: 0, waiting: 0 }) };
  new Gauge({
    name: 'parley_db_pool_connections',
    help: 'Connections of the database pool, and calls that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const { total, idle, waiting } = pool.read();
      this.set({ state: 'used' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  return {
    registry,
    pool,
    http: new Histogram({
      name: 'parley_http_request_duration_seconds',
      help: 'From the request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: requestSeconds,
      registers,
    }),
    procedures: new Histogram({
      name: 'parley_procedure_duration_seconds',
      help: 'Queries and mutations of the router, by how they ended',
      labelNames: ['procedure', 'outcome'],
      buckets: requestSeconds,
      registers,
    }),
    ...socketInstruments(registers),
    sends: new Histogram({
      name: 'parley_send_duration_seconds',
      help: 'Sending a message, until it is committed',
      buckets: sendSeconds,
      registers,
    }),
    ...jobInstruments(registers),
  };
}

/** What workers measure. */
function jobInstruments(registers: Registry[]) {
  return {
    jobs: new Counter({
      name: 'parley_jobs_total',
      help: 'Background jobs, by how a try ended: done, retried, dead',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    deadJobs: new Gauge({
      name: 'parley_dead_jobs',
      help: 'Background jobs that failed for the last time and wait for somebody to look at them',
      registers,
    }),
    tailMessages: new Gauge({
      name: 'parley_search_tail_messages',
      help: 'Messages that are not in the indexes of search yet, which each search reads as they stand; counted up to 10000',
      registers,
    }),
    tailSeconds: new Gauge({
      name: 'parley_search_tail_seconds',
      help: 'For how long the first of these messages has waited',
      registers,
    }),
  };
}

/** What servers of sockets measure. */
function socketInstruments(registers: Registry[]) {
  return {
    sockets: new Gauge({ name: 'parley_sockets', help: 'WebSockets that are open', registers }),
    socketsClosed: new Counter({
      name: 'parley_sockets_closed_total',
      help: 'WebSockets that closed',
      labelNames: ['code'],
      registers,
    }),
    subscriptions: new Gauge({
      name: 'parley_subscriptions',
      help: 'Subscriptions that are open',
      labelNames: ['procedure'],
      registers,
    }),
    deliveries: new Counter({
      name: 'parley_deliveries_total',
      help: 'Events handed to sockets, one for each subscriber',
      registers,
    }),
  };
}
