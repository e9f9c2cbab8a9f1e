import { presenceContract } from '../../test/presence-contract.ts';
import { createMemoryPresence } from './memory-presence.ts';

presenceContract('memory', (options) => {
  const presence = createMemoryPresence(options);
  return { near: presence, far: presence };
});
