import { CspProvider } from '@parley/ui/csp-provider';
import { parseTheme, THEME_COOKIE } from '@parley/ui/theme-preference';
import { ThemeProvider } from '@parley/ui/theme-provider';
import { ToastViewport } from '@parley/ui/toast';
import { TooltipProvider } from '@parley/ui/tooltip';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { parseReaderTime, READER_TIME_COOKIE } from '../features/reader-time/reader-time.ts';
import { ReaderTimeProvider } from '../features/reader-time/reader-time-provider.tsx';
import { mono } from './fonts.ts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Parley', template: '%s · Parley' },
  description: 'Team chat that you host yourself.',
  referrer: 'no-referrer',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  interactiveWidget: 'resizes-content',
};

// Every page carries the nonce of its own response, so none is made beforehand.
export const dynamic = 'force-dynamic';

export default async function RootLayout({ children }: { children: ReactNode }) {
  const stored = await cookies();
  const theme = parseTheme(stored.get(THEME_COOKIE)?.value);
  const readerTime = parseReaderTime(stored.get(READER_TIME_COOKIE)?.value);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" data-theme={theme} className={`${GeistSans.variable} ${mono.variable}`}>
      <body>
        <CspProvider nonce={nonce}>
          <ThemeProvider initial={theme}>
            <TooltipProvider>
              <ReaderTimeProvider stored={readerTime}>{children}</ReaderTimeProvider>
              <ToastViewport />
            </TooltipProvider>
          </ThemeProvider>
        </CspProvider>
      </body>
    </html>
  );
}
