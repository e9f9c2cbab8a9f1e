import { WorkspaceHome } from '../../../features/shell/workspace-home.tsx';

/** A workspace without a channel chosen: the list of channels on a phone, the last channel anywhere else. */
export default function WorkspacePage() {
  return <WorkspaceHome />;
}
