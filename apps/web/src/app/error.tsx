'use client';

import { Button } from '@parley/ui/button';
import { EntryPage } from '../features/entry/entry-page.tsx';

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <EntryPage
      title="Something went wrong"
      text="Nothing you wrote is lost. Try again; if it stays like this, tell whoever runs this server."
    >
      <Button variant="primary" size="lg" onClick={reset}>
        Try again
      </Button>
    </EntryPage>
  );
}
