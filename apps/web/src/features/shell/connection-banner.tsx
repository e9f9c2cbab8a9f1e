'use client';

import { Banner } from '@parley/ui/banner';
import { useConnection } from '../../sync/use-connection.ts';

/** Says that nothing comes in, once that has lasted for some seconds. */
export function ConnectionBanner() {
  const { state, down } = useConnection();
  if (!down) return null;
  return (
    <Banner tone="warning" shape="bar">
      {state === 'offline'
        ? 'You’re offline. What you send goes out when you’re back.'
        : 'Can’t reach the server. Trying again… What you send goes out when it answers.'}
    </Banner>
  );
}
