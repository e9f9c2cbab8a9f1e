'use client';

import { type HourSpan, hoursOfSpans, spansOfHours, spansProblem } from '@parley/api/account/schedule-hours.input';
import { Banner } from '@parley/ui/banner';
import { Button } from '@parley/ui/button';
import { Switch } from '@parley/ui/switch';
import { showToast } from '@parley/ui/toast-store';
import Plus from 'lucide-react/icons/plus';
import { type FormEvent, useState } from 'react';
import { formFailureOf } from '../entry/entry-error.ts';
import { type NotificationSettings, useNotificationSettings } from '../notifications/use-notification-settings.ts';
import { SpanFields } from './span-fields.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

type Schedule = NotificationSettings['schedule'];

interface KeyedSpan {
  readonly key: number;
  readonly span: HourSpan;
}

const office: HourSpan = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };
const more: HourSpan = { days: [], from: '09:00', to: '12:00' };
const MOST_SPANS = 10;

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
  const [spans, setSpans] = useState(() => keyed(schedule?.days.length ? spansOfHours(schedule.days) : [office]));
  const [timezone, setTimezone] = useState(schedule?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [problem, setProblem] = useState<string | null>(null);
  const failure = save.error ? formFailureOf(save.error) : null;
  const said = problem ?? failure?.message ?? failure?.fields.schedule ?? null;
  const change = (next: readonly KeyedSpan[]): void => {
    setSpans(next);
    setProblem(null);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = spans.map(({ span }) => span);
    const wrong = spansProblem(wanted);
    setProblem(wrong);
    if (wrong !== null) return;
    save.mutate(
      { schedule: { timezone, days: hoursOfSpans(wanted) } },
      { onSuccess: () => showToast({ text: 'Saved.' }) },
    );
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4 rounded-md bg-code p-3">
      {said === null ? null : <Banner tone="danger">{said}</Banner>}
      <ul className="flex flex-col gap-3">
        {spans.map(({ key, span }, index) => (
          <SpanFields
            key={key}
            name={`Hours ${index + 1}`}
            span={span}
            onChange={(next) => change(spans.map((one) => (one.key === key ? { key, span: next } : one)))}
            onRemove={spans.length > 1 ? () => change(spans.filter((one) => one.key !== key)) : undefined}
          />
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        icon={<Plus size={16} />}
        disabled={spans.length >= MOST_SPANS}
        onClick={() => change([...spans, { key: nextKey(spans), span: more }])}
      >
        Add hours
      </Button>
      <TimeZoneField value={timezone} onChange={setTimezone} />
      <Button type="submit" variant="primary" className="self-start" pending={save.isPending}>
        Save hours
      </Button>
    </form>
  );
}

function keyed(spans: readonly HourSpan[]): readonly KeyedSpan[] {
  return spans.map((span, key) => ({ key, span }));
}

function nextKey(spans: readonly KeyedSpan[]): number {
  return Math.max(-1, ...spans.map(({ key }) => key)) + 1;
}
