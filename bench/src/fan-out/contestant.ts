import path from 'node:path';
import { Child } from '../process/child.ts';
import type { CrowdCommands, OpenInput } from '../programs/crowd.ts';
import type { CrowdedChannel } from '../scene/crowded-channel.ts';

const CROWD = path.join(import.meta.dirname, '..', 'programs', 'crowd.ts');

/** One server that is measured: running, with nobody connected yet. */
export interface Contestant {
  readonly name: string;
  readonly server: Child;
  readonly port: number;
  readonly path: string;
  /** Whether its sockets need a session. */
  readonly signedIn: boolean;
  /** What a client says to open its channel, and its inbox. */
  readonly greeting: OpenInput['greeting'];
  /** What it says to close the inbox again, and how many answers that has. */
  readonly closeInbox: { readonly text: string; readonly answers: number } | null;
  /** Tells the channel of a message from another node, over Redis. */
  publish(body: string): void;
  close(): Promise<void>;
}

/** What all contestants are given. */
export interface Surroundings {
  readonly redisUrl: string;
  readonly databaseUrl: string;
  readonly channel: CrowdedChannel;
}

export type StartContestant = (surroundings: Surroundings) => Promise<Contestant>;

/** A contestant with its crowd, which is a process of its own. */
export class Audience {
  readonly contestant: Contestant;
  readonly crowd: Child<CrowdCommands>;
  #size = 0;
  /** Messages that came to the crowd so far. */
  received = 0;
  /** Told whenever more came. */
  onReceived: () => void = () => undefined;

  constructor(contestant: Contestant) {
    this.contestant = contestant;
    this.crowd = new Child<CrowdCommands>({ name: `the crowd of ${contestant.name}`, script: CROWD });
    this.crowd.onWord = (count) => {
      this.received = Number(count);
      this.onReceived();
    };
  }

  get size(): number {
    return this.#size;
  }

  /** Lets so many more in, each with the channel and an inbox open. */
  async letIn(count: number, { people }: CrowdedChannel): Promise<void> {
    const { port, path, greeting, signedIn } = this.contestant;
    const tokens = people.slice(this.#size, this.#size + count).map(({ token }) => (signedIn ? token : null));
    await this.crowd.ask('open', { port, path, greeting, tokens });
    this.#size += count;
  }

  async say(words: { readonly text: string; readonly answers: number } | null): Promise<void> {
    if (words) await this.crowd.ask('say', words);
  }

  async close(): Promise<void> {
    await this.crowd.stop();
    await this.contestant.close();
    await this.contestant.server.stop();
  }
}
