import { safeRedirectPath } from '@parley/auth/redirect-path';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { EntryPage } from '../../features/entry/entry-page.tsx';
import { RegisterForm } from '../../features/sign-in/register-form.tsx';
import { currentCaller } from '../../server/current-caller.ts';
import { pageApi } from '../../server/page-api.ts';

export const metadata: Metadata = { title: 'Create an account' };

export default async function RegisterPage({ searchParams }: PageProps<'/register'>) {
  const { next, callbackUrl } = await searchParams;
  const path = safeRedirectPath(next ?? callbackUrl);
  if (await currentCaller()) redirect(path);
  const { needsSetup, signup } = await (await pageApi()).auth.status();
  if (needsSetup) redirect('/setup');
  if (signup !== 'open') redirect('/signin');
  const footer = (
    <>
      Have an account?{' '}
      <Link className="link" href={path === '/' ? '/signin' : `/signin?next=${encodeURIComponent(path)}`}>
        Sign in
      </Link>
    </>
  );
  return (
    <EntryPage title="Create an account" footer={footer}>
      <RegisterForm next={path} submitLabel="Create account" />
    </EntryPage>
  );
}
