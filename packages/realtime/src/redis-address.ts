/** Where Redis or Valkey answers: one server, or the nodes from which a cluster is found. */
export type RedisAddress = { kind: 'single'; url: string } | { kind: 'cluster'; urls: string[] };
