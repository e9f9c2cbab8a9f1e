interface Holder {
  [key: symbol]: unknown;
}

/**
 * One value for the whole process under a global symbol, made at the first call. Next and the server bundle each carry
 * their own copy of this package; what they must share (the pool, the client) lives here.
 */
export function processState<T extends object>(name: string, make: () => T): T {
  const holder: typeof globalThis & Holder = globalThis;
  const key = Symbol.for(`parley.${name}`);
  const present = holder[key];
  if (present) return present as T;
  const made = make();
  holder[key] = made;
  return made;
}
