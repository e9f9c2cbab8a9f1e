'use client';

import { NotificationHost } from '../notifications/notification-host.tsx';
import { DeliveryHost } from '../receipts/delivery-host.tsx';

/** What goes on beside the page without being drawn. */
export function Hosts() {
  return (
    <>
      <NotificationHost />
      <DeliveryHost />
    </>
  );
}
