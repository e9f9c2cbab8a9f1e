'use client';

import { Dialog } from '@parley/ui/dialog';
import { TabPanel, Tabs } from '@parley/ui/tabs';
import { useState } from 'react';
import type { AppDialogProps } from '../shell/dialogs.tsx';
import { DeviceList } from './device-list.tsx';
import { NotificationForm } from './notification-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PreferenceForm } from './preference-form.tsx';
import { PrivacyForm } from './privacy-form.tsx';
import { ProfileForm } from './profile-form.tsx';

const tabs = [
  { value: 'profile', label: 'Profile' },
  { value: 'preferences', label: 'Preferences' },
  { value: 'notifications', label: 'Notifications' },
  { value: 'privacy', label: 'Privacy' },
  { value: 'password', label: 'Password' },
  { value: 'devices', label: 'Devices' },
] as const;

type Tab = (typeof tabs)[number]['value'];

/** One's own settings, opened where it is said when and of what one is notified. */
export function NotificationSettingsDialog(props: AppDialogProps) {
  return <SettingsDialog {...props} first="notifications" />;
}

/** One's own settings: how others see one, how the app looks, the password, and where one is signed in. */
export function SettingsDialog({ open, onOpenChange, first = 'profile' }: AppDialogProps & { readonly first?: Tab }) {
  const [tab, setTab] = useState<Tab>(first);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Settings" size="lg" keepOnPressOutside>
      <Tabs label="Settings" items={tabs} value={tab} onValueChange={setTab} className="sm:min-h-120">
        <TabPanel value="profile" keepMounted>
          <ProfileForm />
        </TabPanel>
        <TabPanel value="preferences">
          <PreferenceForm />
        </TabPanel>
        <TabPanel value="notifications">
          <NotificationForm />
        </TabPanel>
        <TabPanel value="privacy">
          <PrivacyForm />
        </TabPanel>
        <TabPanel value="password" keepMounted>
          <PasswordForm />
        </TabPanel>
        <TabPanel value="devices">
          <DeviceList />
        </TabPanel>
      </Tabs>
    </Dialog>
  );
}
