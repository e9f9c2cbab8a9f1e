'use client';

import { buttonClass } from '@parley/ui/button-class';
import { useRouter } from 'next/navigation';
import { startTransition } from 'react';
import { EntryPage } from '../features/entry/entry-page.tsx';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  // The server may be what failed: it is asked again before the page is drawn again.
  const tryAgain = (): void =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <EntryPage
      title="Something went wrong"
      text="Nothing you wrote is lost. Try again; if it stays like this, tell whoever runs this server."
      footer={error.digest ? `The server noted it as ${error.digest}.` : null}
    >
      <button type="button" className={buttonClass({ variant: 'primary', size: 'lg' })} onClick={tryAgain}>
        Try again
      </button>
    </EntryPage>
  );
}
