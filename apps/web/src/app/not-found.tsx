import { EntryPage } from '../features/entry/entry-page.tsx';

// A plain link: Next's own would come with every page, as this one does.
const HOME = '/';

export default function NotFoundPage() {
  return (
    <EntryPage
      title="There is nothing here"
      text="The address may be mistyped, or it leads to something you are not part of."
    >
      <a className="link" href={HOME}>
        Go to your workspace
      </a>
    </EntryPage>
  );
}
