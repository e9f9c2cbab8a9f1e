import { PlaceView } from '../../../features/shell/place-view.tsx';

/** A workspace without a channel chosen: the list of channels on a phone, the last channel anywhere else. */
export default function WorkspacePage() {
  return <PlaceView />;
}
