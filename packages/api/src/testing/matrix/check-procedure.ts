import { isDeepStrictEqual } from 'node:util';
import type { Realtime } from '@parley/realtime/realtime';
import { flushReads } from '../../read-state/note-read.ts';
import { expectedFor, type Viewer, viewers } from './answers.ts';
import { fingerprint } from './fingerprint.ts';
import type { ProcedureFacts } from './procedures.ts';
import { withRandomIds } from './random-ids.ts';
import type { Case } from './row.ts';
import { makeScene, type Scene } from './scene.ts';
import { casesOf } from './table.ts';
import type { Call, Transport } from './transport.ts';

/** Asks a procedure everything that its row says, and answers what was not as it should be, in sentences. */
export class TableCheck {
  readonly #realtime: Realtime;
  readonly #askers: readonly Viewer[];
  #scene: Promise<Scene> | null = null;

  /** `askers`: who can ask at all over the transport. */
  constructor(realtime: Realtime, askers: readonly Viewer[] = viewers) {
    this.#realtime = realtime;
    this.#askers = askers;
  }

  async check(procedure: ProcedureFacts, transport: Transport): Promise<string[]> {
    const faults: string[] = [];
    for (const asked of casesOf(procedure.path)) {
      for (const fault of await this.#checkCase(procedure, asked, transport)) {
        faults.push(`${transport.name} ${procedure.path}, ${asked.about}, ${fault}`);
      }
    }
    return faults;
  }

  async #checkCase(procedure: ProcedureFacts, asked: Case, transport: Transport): Promise<string[]> {
    const answerTo = (viewer: Viewer) => expectedFor(asked.answers, viewer);
    const inVain = this.#askers.filter((viewer) => answerTo(viewer) !== 'OK');
    const welcome = this.#askers.filter((viewer) => answerTo(viewer) === 'OK');
    const faults = await this.#checkRefusals({ procedure, asked, transport }, inVain);
    for (const viewer of welcome) {
      const call = await this.#callOf(procedure, asked, viewer);
      const { code, body } = await transport.call(call);
      if (code !== 'OK') faults.push(`by the ${viewer}: expected OK, got ${JSON.stringify(body)}`);
      if (asked.spends) this.#scene = null;
    }
    return faults;
  }

  /** All who are to be refused ask for the same thing, and all of them together write nothing. */
  async #checkRefusals({ procedure, asked, transport }: Question, inVain: readonly Viewer[]): Promise<string[]> {
    const [first] = inVain;
    if (!first) return [];
    const call = await this.#callOf(procedure, asked, first);
    const { cast } = await this.#currentScene();
    // What earlier calls have read is written a moment later; not during this one.
    await flushReads(this.#realtime);
    const before = procedure.type === 'mutation' ? await fingerprint() : null;
    const faults: string[] = [];
    for (const viewer of inVain) {
      const expected = expectedFor(asked.answers, viewer);
      const fault = await askInVain({ ...call, token: cast.tokens[viewer] }, expected, transport);
      if (fault) faults.push(`by the ${viewer}: ${fault}`);
    }
    if (before && !isDeepStrictEqual(before, await fingerprint())) faults.push('was refused, but wrote');
    return faults;
  }

  #currentScene(): Promise<Scene> {
    this.#scene ??= makeScene(this.#realtime);
    return this.#scene;
  }

  async #callOf({ path, type }: ProcedureFacts, { input, rouse }: Case, viewer: Viewer): Promise<Call> {
    const scene = await this.#currentScene();
    const token = scene.cast.tokens[viewer];
    return { path, type, token, input: await input(scene, viewer), rouse: rouse && (() => rouse(scene)) };
  }
}

interface Question {
  readonly procedure: ProcedureFacts;
  readonly asked: Case;
  readonly transport: Transport;
}

/** A refusal has the code that is expected, and says the same of what may not be known as of nothing. */
async function askInVain(call: Call, expected: string, transport: Transport): Promise<string | null> {
  const answer = await transport.call({ ...call, rouse: undefined });
  if (answer.code !== expected) return `expected ${expected}, got ${answer.code} ${JSON.stringify(answer.body)}`;
  if (expected !== 'NOT_FOUND') return null;
  const none = await transport.call({ ...call, rouse: undefined, input: withRandomIds(call.input) });
  if (isDeepStrictEqual(answer, none)) return null;
  return `says ${JSON.stringify(answer)}, of nothing ${JSON.stringify(none)}`;
}
