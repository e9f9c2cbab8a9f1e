'use client';

import { buttonClass } from '@parley/ui/button-class';
import { EntryPage } from '../features/entry/entry-page.tsx';
import './globals.css';

/** Stands in for the whole page when its frame itself failed: nothing that the frame provides is there. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" data-theme="system">
      <body>
        <title>Something went wrong · Parley</title>
        <EntryPage
          title="Something went wrong"
          text="Nothing you wrote is lost. Start again; if it stays like this, tell whoever runs this server."
          footer={error.digest ? `The server noted it as ${error.digest}.` : null}
        >
          <button
            type="button"
            className={buttonClass({ variant: 'primary', size: 'lg' })}
            onClick={() => location.assign('/')}
          >
            Start again
          </button>
        </EntryPage>
      </body>
    </html>
  );
}
