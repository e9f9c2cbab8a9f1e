'use client';

import { IconButton } from '@parley/ui/icon-button';
import { ResizeHandle } from '@parley/ui/resize-handle';
import { TabPanel, Tabs } from '@parley/ui/tabs';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useSession } from '../../sync/session.tsx';
import { goTo } from '../shell/go-to.ts';
import { takeTyping } from '../shell/held-typing.ts';
import { usePanelWidth } from '../shell/use-panel-width.tsx';
import { ChannelHits } from './channel-hits.tsx';
import { moveAmongHits } from './hit-keys.ts';
import { MessageHits } from './message-hits.tsx';
import { onSearchMoved, takeFocusWish } from './open-search.ts';
import { PersonHits } from './person-hits.tsx';
import { rememberSearch } from './recent-searches.ts';
import { SearchBox } from './search-box.tsx';
import type { SearchPlace } from './search-place.ts';
import { withSearch } from './search-place.ts';
import { SearchStart } from './search-start.tsx';
import { splitQuery } from './split-query.ts';
import { useTypedQuery } from './use-typed-query.ts';

/** The search beside the conversation: a hit opens there, and the list stays. On a phone it is the whole page. */
export function SearchPanel({ place }: { place: SearchPlace }) {
  const { workspace } = useSession();
  const query = useTypedQuery();
  const width = usePanelWidth('panel');
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusIfWished = () => field.current && takeFocusWish() && takeTyping(field.current);
    focusIfWished();
    return onSearchMoved(focusIfWished);
  }, []);
  const show = (change: Partial<SearchPlace>): void =>
    goTo(withSearch(location.pathname + location.search, { ...place, q: query.asked, ...change }), { replace: true });
  const close = (): void => {
    goTo(withSearch(location.pathname + location.search, null), { replace: true });
    document.querySelector<HTMLElement>('[data-search-opener]')?.focus();
  };
  const words = splitQuery(`${query.asked} `).text.trim();
  const names = { q: words.replace(/^[#@]/, '').slice(0, 80), onOpen: () => rememberSearch(workspace.id, query.asked) };
  return (
    <aside
      ref={panel}
      data-region="panel"
      aria-label="Search"
      className="surface-canvas relative flex w-(--panel-width,392px) max-w-[calc(100vw-var(--sidebar-width,264px)-24rem)] shrink-0 flex-col border-line border-l max-[959px]:absolute max-[959px]:inset-y-0 max-[959px]:right-0 max-[959px]:z-panel max-[959px]:max-w-full max-md:w-full max-md:border-l-0 md:max-[959px]:shadow-float"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <ResizeHandle label="Panel" edge="left" {...width} className="max-md:hidden" />
      <header className="box-content flex min-h-13 shrink-0 items-center gap-2 border-line border-b py-0 pt-[env(safe-area-inset-top)] pr-3.5 pl-3">
        <SearchBox
          query={query}
          field={field}
          onEnter={() => rememberSearch(workspace.id, query.typed)}
          onDown={() => panel.current && moveAmongHits(panel.current, 1)}
        />
        <IconButton label="Close search" keys="escape" size="lg" onClick={close}>
          <X size={18} />
        </IconButton>
      </header>
      {query.asked === '' ? (
        <SearchStart
          onChoose={query.ask}
          onBegin={(source) => {
            query.type(`${query.typed}${source}`);
            field.current?.focus();
          }}
        />
      ) : (
        <Tabs
          label="What to find"
          items={[
            { value: 'messages', label: 'Messages' },
            { value: 'channels', label: 'Channels' },
            { value: 'people', label: 'People' },
          ]}
          value={place.tab}
          onValueChange={(tab) => show({ tab })}
          className="min-h-0 flex-1"
          listClassName="px-4"
        >
          <TabPanel value="messages" className="flex flex-col">
            <MessageHits
              q={query.asked}
              sort={place.sort}
              onSort={(sort) => show({ sort })}
              field={field}
              onSearchEverywhere={query.ask}
            />
          </TabPanel>
          <TabPanel value="channels" className="overflow-y-auto">
            <ChannelHits {...names} field={field} />
          </TabPanel>
          <TabPanel value="people" className="overflow-y-auto">
            <PersonHits {...names} field={field} />
          </TabPanel>
        </Tabs>
      )}
    </aside>
  );
}
