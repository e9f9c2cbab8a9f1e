'use client';

import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Checkbox } from '@parley/ui/checkbox';
import { Switch } from '@parley/ui/switch';
import { TextField } from '@parley/ui/text-field';
import { showToast } from '@parley/ui/toast-store';
import { type FormEvent, useState } from 'react';
import { formFailureOf } from '../entry/entry-error.ts';
import { formText } from '../entry/form-text.ts';
import { type NotificationSettings, useNotificationSettings } from '../notifications/use-notification-settings.ts';

type Schedule = NotificationSettings['schedule'];

/** 1 for Monday to 7 for Sunday. */
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map((name, index) => ({
  name,
  day: index + 1,
}));
const workdays = [1, 2, 3, 4, 5];

/** The hours of the week in which notifications come, by the clock of a time zone. */
export function ScheduleForm({ schedule }: { schedule: Schedule }) {
  const { save } = useNotificationSettings();
  const [on, setOn] = useState(schedule !== null);
  const turn = (next: boolean): void => {
    setOn(next);
    if (!next && schedule !== null) save.mutate({ schedule: null });
  };
  return (
    <section aria-label="Hours" className="flex flex-col gap-4">
      <Switch
        label="Only at certain hours"
        hint="Outside of them nothing calls you."
        checked={on}
        onCheckedChange={turn}
      />
      {on ? <HoursForm schedule={schedule} /> : null}
    </section>
  );
}

function HoursForm({ schedule }: { schedule: Schedule }) {
  const { save } = useNotificationSettings();
  const [chosen, setChosen] = useState<readonly number[]>(schedule?.days.map(({ day }) => day) ?? workdays);
  const { from, to } = schedule?.days[0] ?? { from: '09:00', to: '18:00' };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const inOrder = chosen.toSorted((one, other) => one - other);
    const hours = inOrder.flatMap((day) => hoursOf(day, formText(form, 'from'), formText(form, 'to')));
    save.mutate(
      { schedule: { timezone: formText(form, 'timezone'), days: hours } },
      { onSuccess: () => showToast({ text: 'Saved.' }) },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 rounded-md bg-code p-3">
      {save.error ? (
        <Banner tone="danger">{formFailureOf(save.error).message ?? 'The hours are not right.'}</Banner>
      ) : null}
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2">
        <legend className="pb-2 font-semibold text-sm">Days</legend>
        {days.map(({ name, day }) => (
          <span key={day} className="w-28">
            <Checkbox
              label={name}
              checked={chosen.includes(day)}
              onCheckedChange={(is) => setChosen(is ? [...chosen, day] : chosen.filter((other) => other !== day))}
            />
          </span>
        ))}
      </fieldset>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-[1fr_1fr_2fr]">
        <TextField name="from" type="time" label="From" defaultValue={from} required />
        <TextField name="to" type="time" label="To" defaultValue={to} required />
        <TextField
          name="timezone"
          label="Time zone"
          defaultValue={schedule?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
          required
          className="max-sm:col-span-2"
        />
      </div>
      <Button type="submit" variant="primary" className="self-start" pending={save.isPending}>
        Save hours
      </Button>
    </form>
  );
}

/** The hours of a day; a night goes on into the next one. */
function hoursOf(day: number, from: string, to: string) {
  if (from < to) return [{ day, from, to }];
  return [{ day, from, to: '24:00' }, ...(to > '00:00' ? [{ day: (day % 7) + 1, from: '00:00', to }] : [])];
}
