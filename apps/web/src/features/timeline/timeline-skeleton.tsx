import { Loading, Skeleton } from '@parley/ui/skeleton';

/** How wide the name and the lines of each message are. */
const groups = [
  { key: 'first', name: 'w-28', texts: ['w-3/5'] },
  { key: 'second', name: 'w-36', texts: ['w-4/5', 'w-2/5'] },
  { key: 'third', name: 'w-24', texts: ['w-1/2'] },
  { key: 'fourth', name: 'w-32', texts: ['w-3/4', 'w-3/5'] },
  { key: 'last', name: 'w-28', texts: ['w-2/5'] },
];

/** Messages that are on their way, at about their final size. */
export function TimelineSkeleton({ label = 'Loading messages' }: { label?: string }) {
  return (
    <Loading
      label={label}
      className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-5 pb-3 max-sm:px-3"
    >
      {groups.map(({ key, name, texts }) => (
        <div key={key} className="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3">
          <Skeleton className="size-9 rounded-lg" />
          <div className="flex flex-col gap-1.5 pt-0.5">
            <Skeleton className={`h-3.5 ${name}`} />
            {texts.map((width) => (
              <Skeleton key={width} className={`h-3.5 ${width}`} />
            ))}
          </div>
        </div>
      ))}
    </Loading>
  );
}
