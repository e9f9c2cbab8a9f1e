import { Loading, Skeleton } from '@parley/ui/skeleton';

const lines = [
  ['w-28', 'w-3/5'],
  ['w-36', 'w-4/5', 'w-2/5'],
  ['w-24', 'w-1/2'],
  ['w-32', 'w-3/4', 'w-3/5'],
  ['w-28', 'w-2/5'],
];

/** Messages that are on their way, at about their final size. */
export function TimelineSkeleton({ label = 'Loading messages' }: { label?: string }) {
  return (
    <Loading
      label={label}
      className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-5 pb-3 max-sm:px-3"
    >
      {lines.map(([name, ...texts], index) => (
        <div key={index.toString()} className="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3">
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
