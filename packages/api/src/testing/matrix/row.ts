import type { Answers, Viewer } from './answers.ts';
import type { Scene } from './scene.ts';

/** One way of calling a procedure, and what each viewer is answered. */
export interface Case {
  /** What is asked of what, in a few words. */
  readonly about: string;
  /** The input, made from the scene; for some cases from who asks too. */
  readonly input: (scene: Scene, viewer: Viewer) => unknown;
  readonly answers: Answers;
  /** Its success leaves the scene changed for the calls that follow. */
  readonly spends?: true;
  /** Makes an open subscription say something. */
  readonly rouse?: (scene: Scene) => Promise<unknown>;
}

/** The cases of each procedure, by its path. */
export type Rows = Readonly<Record<string, readonly Case[]>>;
