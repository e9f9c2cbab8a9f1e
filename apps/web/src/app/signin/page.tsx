import { safeRedirectPath } from '@parley/auth/redirect-path';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EntryPage } from '../../features/entry/entry-page.tsx';
import { SignInForm } from '../../features/sign-in/sign-in-form.tsx';
import { currentCaller } from '../../server/current-caller.ts';
import { pageApi } from '../../server/page-api.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/signin'>) {
  const { next, callbackUrl } = await searchParams;
  const path = safeRedirectPath(next ?? callbackUrl);
  if (await currentCaller()) redirect(path);
  const { needsSetup, signup } = await (await pageApi()).auth.status();
  if (needsSetup) redirect('/setup');
  const footer =
    signup === 'open' ? (
      <>
        New here?{' '}
        <Link className="link" href={path === '/' ? '/register' : `/register?next=${encodeURIComponent(path)}`}>
          Create an account
        </Link>
      </>
    ) : (
      'New here? Ask a colleague for an invite link.'
    );
  return (
    <EntryPage title="Sign in" footer={footer}>
      <SignInForm next={path} />
    </EntryPage>
  );
}
