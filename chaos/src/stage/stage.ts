import type { ChaosOptions } from '../plan/chaos-options.ts';
import type { PlannedFault } from '../plan/plan-faults.ts';
import type { Fault } from '../record/history.ts';
import type { Program } from './program.ts';
import { startRedis } from './start-redis.ts';
import { type Server, startWeb, startWs } from './start-servers.ts';

/** All processes of a run, and how to break them. */
export interface Stage {
  readonly webs: readonly [Server, Server];
  readonly sockets: readonly [Server, Server];
  /** Breaks what is planned; resolves when it serves again. */
  break(planned: PlannedFault, faults: Fault[]): Promise<void>;
  /** Ends of processes that nobody had planned. */
  crashes(): string[];
  stop(): Promise<void>;
}

/** Starts Redis, two web processes and two socket servers. */
export async function startStage({ databaseUrl, product }: ChaosOptions): Promise<Stage> {
  const programs: Program[] = [];
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()));
  };
  try {
    const redis = await startRedis();
    programs.push(redis.program);
    const backends = { databaseUrl, redisUrl: redis.url };
    const start = async (starting: Promise<Server>) => {
      const server = await starting;
      programs.push(server.program);
      return server;
    };
    const webs = [
      await start(startWeb('web 1', product, backends)),
      await start(startWeb('web 2', product, backends)),
    ] as const;
    const sockets = [
      await start(startWs('ws-server 1', product, backends)),
      await start(startWs('ws-server 2', product, backends)),
    ] as const;
    const targetOf = (planned: PlannedFault): Program => {
      switch (planned.kind) {
        case 'Redis restarted':
          return redis.program;
        case 'web killed':
          return webs[planned.which].program;
        case 'ws-server killed':
          return sockets[planned.which].program;
      }
    };
    return {
      webs,
      sockets,
      break: async (planned, faults) => {
        const fault: Fault = { kind: planned.kind, from: performance.now(), to: null };
        faults.push(fault);
        await targetOf(planned).killAndRestart(planned.downMs);
        fault.to = performance.now();
      },
      crashes: () => programs.flatMap((program) => program.crashes),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
