import { type AppError, conflict } from '../app-error.ts';

/** The answer when another channel of the workspace has this name, or one that looks the same. */
export function nameTaken(name: string): AppError {
  return conflict('NAME_TAKEN', `There is already a channel called ${name}. Choose another name.`);
}
