import { dehydrate } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache, type ReactNode } from 'react';
import { earlyInputScript } from '../../../features/shell/early-input-script.ts';
import { parseWidth, widthCookie, widthStyle } from '../../../features/shell/panel-widths.ts';
import { WorkspaceApp } from '../../../features/shell/workspace-app.tsx';
import { currentCaller } from '../../../server/current-caller.ts';
import { webEnv } from '../../../server/env.ts';
import { pageApi } from '../../../server/page-api.ts';
import { requireSignIn } from '../../../server/require-sign-in.ts';
import { pageQueryClient, pageTrpc } from '../../../trpc/server.tsx';

/** Asked once for a page, by its title and by itself. */
const findWorkspace = cache(async (slug: string) => {
  const { items } = await (await pageApi()).workspace.list();
  return { workspaces: items, workspace: items.find((item) => item.slug === slug) };
});

async function readWidths() {
  const stored = await cookies();
  const width = (side: 'sidebar' | 'panel') => parseWidth(side, stored.get(widthCookie(side))?.value);
  return { sidebar: width('sidebar'), panel: width('panel') };
}

export async function generateMetadata({ params }: LayoutProps<'/w/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  if (!(await currentCaller())) return {};
  const { workspace } = await findWorkspace(slug);
  return workspace ? { title: workspace.name } : {};
}

export default async function WorkspaceLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}) {
  const { slug } = await params;
  await requireSignIn();
  const { workspaces, workspace } = await findWorkspace(slug);
  if (!workspace) notFound();
  const me = await (await pageApi()).account.me();
  const place = { workspaceId: workspace.id };
  await Promise.all([
    pageQueryClient().prefetchQuery(pageTrpc.channel.list.queryOptions(place)),
    pageQueryClient().prefetchQuery(pageTrpc.channel.sections.queryOptions(place)),
    pageQueryClient().prefetchQuery(pageTrpc.user.blocked.queryOptions()),
  ]);
  const widths = await readWidths();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <WorkspaceApp
      me={me}
      workspace={workspace}
      workspaces={workspaces}
      socketUrl={webEnv().wsUrl}
      state={dehydrate(pageQueryClient())}
      widths={widths}
    >
      <style nonce={nonce} suppressHydrationWarning>
        {widthStyle(widths)}
      </style>
      <script nonce={nonce} suppressHydrationWarning>
        {earlyInputScript}
      </script>
      {children}
    </WorkspaceApp>
  );
}
