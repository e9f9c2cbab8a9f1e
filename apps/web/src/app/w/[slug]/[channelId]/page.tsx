import { HydrationBoundary } from '@tanstack/react-query';
import { PlaceView } from '../../../../features/shell/place-view.tsx';
import { readChannelPage } from './read-channel-page.ts';

/** A channel's conversation, with its newest messages when a browser opens the address. */
export default async function ChannelPage({ params }: PageProps<'/w/[slug]/[channelId]'>) {
  const { channelId } = await params;
  return (
    <HydrationBoundary state={await readChannelPage(channelId)}>
      <PlaceView />
    </HydrationBoundary>
  );
}
