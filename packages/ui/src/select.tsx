'use client';

import { Select as Base } from '@base-ui/react/select';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import { Field, type FieldProps } from './field.tsx';
import { menuPanelClass } from './menu.tsx';
import { menuRowClass } from './menu-item.tsx';

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  /** A second, quieter line. */
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string> extends FieldProps {
  options: readonly SelectOption<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
}

/** One of several, out of a list that opens. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder = 'Choose…',
  name,
  disabled = false,
  ...field
}: SelectProps<Value>) {
  return (
    <Field {...field}>
      {(control) => (
        <div className="select-box relative">
          <Base.Root
            items={options}
            value={value}
            onValueChange={(next) => (next === null ? undefined : onValueChange(next))}
            name={name}
            disabled={disabled}
          >
            <Base.Trigger
              {...control}
              className="control-outline touch-row flex h-8 w-full items-center justify-between gap-2 rounded-md pr-2 pl-2.5 text-left text-field"
            >
              <Base.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
              <ChevronsUpDown size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
            </Base.Trigger>
            <Base.Portal>
              <Base.Positioner
                className="z-menu outline-none"
                alignItemWithTrigger={false}
                sideOffset={4}
                collisionPadding={8}
              >
                <Base.Popup className={clsx(menuPanelClass, 'min-w-(--anchor-width)')}>
                  {options.map((option) => (
                    <Option key={option.value} option={option} />
                  ))}
                </Base.Popup>
              </Base.Positioner>
            </Base.Portal>
          </Base.Root>
        </div>
      )}
    </Field>
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
