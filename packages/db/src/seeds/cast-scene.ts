import type { Scene } from './parse-scenes.ts';
import type { Random } from './random.ts';

/** Roles that are always played by the same. */
const fixedRoles: Readonly<Record<string, string>> = { bot: 'deploybot' };

/** Picks one; those named first come up more often. */
function pickEarly(candidates: readonly string[], random: Random): string {
  const weights = candidates.map((_, index) => 1 / (2 + index));
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
  return random.pick(candidates.slice(Math.max(found, 0), Math.max(found, 0) + 1));
}

/** Decides who speaks: for each role of the scene the handle of a person, letters for different ones out of `present`. */
export function castScene(scene: Scene, present: readonly string[], random: Random): Map<string, string> {
  const roles = [...new Set(scene.lines.map(({ role }) => role))];
  const cast = new Map<string, string>();
  for (const role of roles.filter((name) => name.length > 1)) cast.set(role, fixedRoles[role] ?? role);
  for (const role of roles.filter((name) => name.length === 1)) {
    const taken = new Set(cast.values());
    const free = present.filter((handle) => !taken.has(handle) && handle !== fixedRoles.bot);
    cast.set(role, pickEarly(free, random));
  }
  return cast;
}
