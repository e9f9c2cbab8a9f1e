'use client';

import { NotificationHost } from '../notifications/notification-host.tsx';
import { DeliveryHost } from '../receipts/delivery-host.tsx';
import { useStrayFiles } from './use-stray-files.ts';

/** What goes on beside the page without being drawn. */
export function Hosts() {
  useStrayFiles();
  return (
    <>
      <NotificationHost />
      <DeliveryHost />
    </>
  );
}
