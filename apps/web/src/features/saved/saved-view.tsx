'use client';

import { Button } from '@parley/ui/button';
import { EmptyState } from '@parley/ui/empty-state';
import { TabPanel, Tabs } from '@parley/ui/tabs';
import Bookmark from 'lucide-react/icons/bookmark';
import { useState } from 'react';
import { ViewFrame, ViewState } from '../shell/view-frame.tsx';
import { SavedRow } from './saved-row.tsx';
import { useSaved } from './use-saved.ts';

/** The messages that the viewer keeps for later. */
export function SavedView() {
  const [tab, setTab] = useState<'later' | 'done'>('later');
  return (
    <ViewFrame title="Saved">
      <Tabs
        label="Saved"
        value={tab}
        onValueChange={setTab}
        items={[
          { value: 'later', label: 'For later' },
          { value: 'done', label: 'Done' },
        ]}
      >
        <TabPanel value="later" className="pt-2">
          <SavedList done={false} />
        </TabPanel>
        <TabPanel value="done" className="pt-2">
          <SavedList done />
        </TabPanel>
      </Tabs>
    </ViewFrame>
  );
}

function SavedList({ done }: { done: boolean }) {
  const saved = useSaved(done);
  const items = saved.data?.pages.flatMap((page) => page.items) ?? [];
  if (!saved.isSuccess) {
    return <ViewState status={saved.status} what="saved messages" onRetry={() => void saved.refetch()} />;
  }
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<Bookmark size={18} />}
        title={done ? 'Nothing done yet' : 'Nothing saved'}
        text={
          done
            ? 'What you saved and dealt with is kept here.'
            : 'Save a message to come back to it, or be reminded of it.'
        }
      />
    );
  }
  return (
    <>
      <ul className="flex flex-col gap-px">
        {items.map((item) => (
          <SavedRow key={item.id} item={item} />
        ))}
      </ul>
      {saved.hasNextPage ? (
        <Button className="mx-auto mt-3" pending={saved.isFetchingNextPage} onClick={() => void saved.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}
