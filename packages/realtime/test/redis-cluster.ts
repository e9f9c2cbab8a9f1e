import { Redis } from 'ioredis';
import type { RedisAddress } from '../src/redis-address.ts';
import { freePort } from './free-port.ts';
import { RedisServer } from './redis-server.ts';
import { until } from './until.ts';

const SLOTS = 16_384;

/** A Redis cluster of three nodes without replicas. */
export class RedisCluster {
  readonly nodes: RedisServer[] = [];
  readonly admins: Redis[] = [];

  get address(): RedisAddress {
    return { kind: 'cluster', urls: this.nodes.map((node) => node.url) };
  }

  async start(): Promise<this> {
    for (let index = 0; index < 3; index += 1) {
      const busPort = String(await freePort());
      const settings = ['--cluster-enabled', 'yes', '--cluster-port', busPort, '--cluster-node-timeout', '2000'];
      const node = await new RedisServer(await freePort(), settings).start();
      this.nodes.push(node);
      const admin = new Redis(node.url);
      this.admins.push(admin);
      const [from, to] = [Math.floor((SLOTS / 3) * index), Math.floor((SLOTS / 3) * (index + 1)) - 1];
      await admin.cluster('ADDSLOTSRANGE', from, index === 2 ? SLOTS - 1 : to);
      await admin.call('CLUSTER', 'MEET', '127.0.0.1', String(this.nodes[0]?.port), await this.#busPort(0));
    }
    await until('the cluster stands', async () => {
      const infos = await Promise.all(this.admins.map((admin) => admin.cluster('INFO')));
      return infos.every((info) => info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3'));
    });
    return this;
  }

  /** Gives a slot to another node, as an operator who spreads the load does. */
  async moveSlot(slot: number, to: number): Promise<void> {
    const id = await this.admins[to]?.call('CLUSTER', 'MYID');
    const target = this.admins[to];
    if (typeof id !== 'string' || !target) throw new Error(`There is no node ${to}.`);
    const owners = [target, ...this.admins.filter((admin) => admin !== target)];
    for (const admin of owners) await admin.call('CLUSTER', 'SETSLOT', slot, 'NODE', id);
  }

  async remove(): Promise<void> {
    for (const admin of this.admins) admin.disconnect();
    for (const node of this.nodes) await node.remove();
  }

  async #busPort(index: number): Promise<string> {
    const answer = await this.admins[index]?.call('CONFIG', 'GET', 'cluster-port');
    return Array.isArray(answer) ? String(answer[1]) : '';
  }
}
