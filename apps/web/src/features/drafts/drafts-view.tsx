'use client';

import { TabPanel, Tabs } from '@parley/ui/tabs';
import { useState } from 'react';
import { ViewFrame } from '../shell/view-frame.tsx';
import { DraftList } from './draft-list.tsx';
import { ScheduledList } from './scheduled-list.tsx';
import { useOwnDrafts } from './use-own-drafts.ts';
import { useScheduled } from './use-scheduled.ts';

/** What the viewer has begun to write, and what is to be sent later. */
export function DraftsView() {
  const [tab, setTab] = useState<'drafts' | 'scheduled'>('drafts');
  const drafts = useOwnDrafts();
  const { items } = useScheduled();
  return (
    <ViewFrame title="Drafts">
      <Tabs
        label="Drafts"
        value={tab}
        onValueChange={setTab}
        items={[
          { value: 'drafts', label: 'Drafts', count: drafts.length },
          { value: 'scheduled', label: 'Scheduled', count: items.length },
        ]}
      >
        <TabPanel value="drafts" className="pt-2">
          <DraftList drafts={drafts} />
        </TabPanel>
        <TabPanel value="scheduled" className="pt-2">
          <ScheduledList />
        </TabPanel>
      </Tabs>
    </ViewFrame>
  );
}
