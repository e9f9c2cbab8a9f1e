import type { Cluster } from 'ioredis';
import { CONNECTION_OPTIONS, type ConnectionPurpose, reportFirstError } from './connect-redis.ts';
import { keySlot } from './key-slot.ts';
import { TopicSubscriber } from './topic-subscriber.ts';

export interface ShardedSubscriberOptions {
  /** Knows which node has which slot; not used for subscriptions itself. */
  cluster: Cluster;
  purpose: ConnectionPurpose;
  onMessage: (topic: string, payload: string) => void;
  /** Subscriptions are in force again after they were not, or moved to another node. */
  onRestored: () => void;
}

interface Place {
  readonly slot: number;
  readonly inForce: Promise<void>;
  readonly confirm: () => void;
  node: string | null;
}

/** Keeps each topic subscribed on the node that has its slot: one connection for each node that has any. */
export class ShardedSubscriber {
  readonly #options: ShardedSubscriberOptions;
  readonly #links = new Map<string, TopicSubscriber>();
  readonly #places = new Map<string, Place>();
  #refreshing = false;

  constructor(options: ShardedSubscriberOptions) {
    this.#options = options;
    options.cluster.on('refresh', () => this.#rebalance());
  }

  get ready(): boolean {
    return this.#options.cluster.status === 'ready' && [...this.#links.values()].every((link) => link.ready);
  }

  /** Wants a topic. Resolves once it is in force, however long that takes. */
  add(topic: string): Promise<void> {
    const known = this.#places.get(topic);
    if (known) return known.inForce;
    let confirm = () => {};
    const inForce = new Promise<void>((resolve) => {
      confirm = resolve;
    });
    const place: Place = { slot: keySlot(topic), inForce, confirm, node: null };
    this.#places.set(topic, place);
    void this.#move(topic, place);
    return inForce;
  }

  remove(topic: string): void {
    const place = this.#places.get(topic);
    this.#places.delete(topic);
    if (place?.node) this.#links.get(place.node)?.remove(topic);
  }

  close(): void {
    for (const link of this.#links.values()) link.close();
    this.#links.clear();
    this.#places.clear();
  }

  #rebalance(): void {
    const moves = [...this.#places].flatMap(([topic, place]) => this.#move(topic, place) ?? []);
    for (const [node, link] of this.#links) {
      if (link.size > 0) continue;
      link.close();
      this.#links.delete(node);
    }
    if (moves.length > 0) void Promise.all(moves).then(() => this.#options.onRestored());
  }

  /** Brings a topic to the node that has its slot now. Null when it is there, or when no such node is known yet. */
  #move(topic: string, place: Place): Promise<void> | null {
    const node = this.#options.cluster.slots[place.slot]?.[0];
    if (!node || node === place.node) return null;
    const link = this.#links.get(node) ?? this.#connect(node);
    if (!link) return null;
    if (place.node) this.#links.get(place.node)?.remove(topic);
    place.node = node;
    return link.add(topic).then(place.confirm);
  }

  #connect(node: string): TopicSubscriber | null {
    const { cluster, purpose, onMessage, onRestored } = this.#options;
    const known = cluster.nodes('master').find(({ options }) => `${options.host}:${options.port}` === node);
    if (!known) return null;
    const connectionName = `parley-${purpose.name}`;
    const connection = known.duplicate({ ...CONNECTION_OPTIONS, lazyConnect: false, readOnly: false, connectionName });
    reportFirstError(connection, purpose);
    const link = new TopicSubscriber({ connection, sharded: true, onMessage, onRestored });
    // The node let a slot go, maybe to come back: find out, and make sure of the rest.
    connection.on('moved', () => this.#refresh(link));
    this.#links.set(node, link);
    return link;
  }

  #refresh(link: TopicSubscriber): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    this.#options.cluster.refreshSlotsCache(() => {
      this.#refreshing = false;
      this.#rebalance();
      void link.restore();
    });
  }
}
