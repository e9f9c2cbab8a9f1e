import { ChannelView } from '../../../../features/channels/channel-view.tsx';

/** A channel's conversation. */
export default async function ChannelPage({ params }: PageProps<'/w/[slug]/[channelId]'>) {
  const { channelId } = await params;
  return <ChannelView channelId={channelId} />;
}
