'use client';

import { Select as Base } from '@base-ui/react/select';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Field, type FieldControl, type FieldProps } from './field.tsx';
import { menuPanelClass } from './menu.tsx';
import { menuRowClass } from './menu-item.tsx';
import { useHydrated } from './use-hydrated.tsx';

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  /** A second, quieter line. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface SelectChoice<Value extends string> {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> extends FieldProps, SelectChoice<Value> {}

const triggerClass =
  'control-outline touch-row flex h-8 w-full items-center justify-between gap-2 rounded-md pr-2 pl-2.5 text-left text-field';

/** One of several, out of a list that opens. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder = 'Choose…',
  name,
  disabled,
  ...field
}: SelectProps<Value>) {
  const hydrated = useHydrated();
  const choice = { options, value, onValueChange, placeholder, name, disabled };
  return (
    <Field {...field} focusOnly>
      {(control) => (hydrated ? <Live {...choice} control={control} /> : <Still {...choice} control={control} />)}
    </Field>
  );
}

type PartProps<Value extends string> = SelectChoice<Value> & { control: FieldControl };

/** What the server draws: the same box. The live one has a hidden input with a style attribute, which a policy refuses. */
function Still<Value extends string>({ options, value, placeholder, disabled, control }: PartProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <button {...control} type="button" disabled={disabled} className={triggerClass}>
      <span className={clsx('truncate', !chosen && 'text-ink-3')}>{chosen?.label ?? placeholder}</span>
      <ChevronsUpDown size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
    </button>
  );
}

function Live<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  name,
  disabled,
  control,
}: PartProps<Value>) {
  return (
    <Base.Root
      items={options}
      value={value}
      onValueChange={(next) => (next === null ? undefined : onValueChange(next))}
      name={name}
      disabled={disabled}
    >
      <Base.Trigger {...control} className={triggerClass}>
        <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
        <ChevronsUpDown size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="z-menu outline-none"
          align="start"
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className={clsx(menuPanelClass, 'min-w-(--anchor-width) max-w-(--available-width)')}>
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Option({ option }: { option: SelectOption }) {
  return (
    <Base.Item value={option.value} disabled={option.disabled ?? false} className={menuRowClass()}>
      <span className="min-w-0 flex-1">
        <Base.ItemText className="block truncate">{option.label}</Base.ItemText>
        {option.hint ? <span className="block text-ink-3 text-xs">{option.hint}</span> : null}
      </span>
      <Base.ItemIndicator className="flex text-accent">
        <Check size={16} />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
