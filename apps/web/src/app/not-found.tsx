import { EntryPage } from '../features/entry/entry-page.tsx';

export default function NotFoundPage() {
  return (
    <EntryPage
      title="There is nothing here"
      text="The address may be mistyped, or it leads to something you are not part of."
    >
      <a className="link" href="/">
        Go to your workspace
      </a>
    </EntryPage>
  );
}
