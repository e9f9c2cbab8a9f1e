'use client';

import { RadioGroup } from '@parley/ui/radio-group';
import { Switch } from '@parley/ui/switch';
import { useTheme } from '@parley/ui/theme-provider';
import { useEnterSends } from '../composer/use-enter-sends.ts';

const themes = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** How the app looks and behaves on this device. */
export function PreferenceForm() {
  const { preference, setPreference } = useTheme();
  const [enterSends, setEnterSends] = useEnterSends();
  return (
    <div className="flex flex-col gap-6 pt-4">
      <RadioGroup label="Theme" options={themes} value={preference} onValueChange={setPreference} />
      <Switch
        label="Enter sends"
        hint="Off, Enter breaks the line and Ctrl or Cmd with Enter sends."
        checked={enterSends}
        onCheckedChange={setEnterSends}
      />
    </div>
  );
}
