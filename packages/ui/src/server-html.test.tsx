import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Avatar } from './avatar.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { ContextMenu } from './context-menu.tsx';
import { CopyField } from './copy-field.tsx';
import { CspProvider } from './csp-provider.tsx';
import { IconButton } from './icon-button.tsx';
import { Menu } from './menu.tsx';
import { PasswordField } from './password-field.tsx';
import { Popover } from './popover.tsx';
import { RadioGroup } from './radio-group.tsx';
import { ResizeHandle } from './resize-handle.tsx';
import { SearchField } from './search-field.tsx';
import { Select } from './select.tsx';
import { Skeleton } from './skeleton.tsx';
import { Switch } from './switch.tsx';
import { TabPanel, Tabs } from './tabs.tsx';
import { TextArea } from './text-area.tsx';
import { ThemeProvider } from './theme-provider.tsx';
import { Time, TimeSettingsProvider } from './time.tsx';
import { ToastViewport } from './toast.tsx';
import { TooltipProvider } from './tooltip.tsx';

const none = () => undefined;
const options = [{ value: 'all', label: 'All' }];

const pieces: Record<string, ReactElement> = {
  Avatar: <Avatar id="1" name="Mira Osei" src="/mira.png" presence="away" />,
  Banner: <Banner onDismiss={none}>Offline</Banner>,
  Button: <Button pending>Save</Button>,
  Checkbox: <Checkbox label="Private" name="private" />,
  ContextMenu: <ContextMenu render={<div />} menu={null} />,
  CopyField: <CopyField label="Link" value="https://chat.example" />,
  Menu: (
    <Menu
      trigger={
        <IconButton label="More" keys="mod+m">
          <svg />
        </IconButton>
      }
    >
      {null}
    </Menu>
  ),
  PasswordField: <PasswordField label="Password" autoComplete="new-password" error="Too short." />,
  Popover: (
    <Popover label="Status" trigger={<Button>Status</Button>}>
      {null}
    </Popover>
  ),
  RadioGroup: <RadioGroup label="Notify" options={options} value="all" onValueChange={none} />,
  ResizeHandle: (
    <ResizeHandle label="Sidebar" value={264} min={200} max={400} initial={264} edge="right" onResize={none} />
  ),
  SearchField: <SearchField label="Find" value="" onValueChange={none} keys="mod+f" />,
  Select: <Select label="Notify" name="notify" options={options} value="all" onValueChange={none} />,
  Skeleton: <Skeleton className="h-4" />,
  Switch: <Switch label="Sounds" name="sounds" checked onCheckedChange={none} />,
  Tabs: (
    <Tabs label="Channel" items={options} value="all" onValueChange={none}>
      <TabPanel value="all">Members</TabPanel>
    </Tabs>
  ),
  TextArea: <TextArea label="Topic" limit={10} defaultValue="Everything" />,
  ToastViewport: <ToastViewport />,
};

const render = (piece: ReactElement) =>
  renderToString(
    <CspProvider>
      <ThemeProvider initial="system">
        <TooltipProvider>{piece}</TooltipProvider>
      </ThemeProvider>
    </CspProvider>,
  );

describe('the server’s HTML', () => {
  it.each(Object.entries(pieces))('%s needs no inline style or script', (_, piece) => {
    const html = render(piece);
    expect(html).not.toMatch(/ style="/);
    expect(html).not.toMatch(/<(style|script)/);
  });

  it('holds the place of a time unseen until the reader’s zone is known', () => {
    expect(render(<Time value="2026-11-18T16:20:00Z" />)).toContain('invisible');
  });

  it('holds it unseen where the zone is a guess', () => {
    const html = render(
      <TimeSettingsProvider locale="en-GB" timeZone="UTC" guessed>
        <Time value="2026-11-18T16:20:00Z" />
      </TimeSettingsProvider>,
    );
    expect(html).toContain('invisible');
  });

  it('writes the time that the reader will see when their zone is known', () => {
    const html = render(
      <TimeSettingsProvider locale="en-GB" timeZone="Asia/Tokyo">
        <Time value="2026-11-18T16:20:00Z" />
      </TimeSettingsProvider>,
    );
    expect(html).toContain('>01:20<');
    expect(html).not.toContain('invisible');
  });
});
