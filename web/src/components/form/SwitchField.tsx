import { useId } from "react";
import { Switch } from "@/components/atoms/Switch";

interface Props {
  name: string;
  label: string;
  hint?: string;
  on?: boolean;
  changed?: (on: boolean) => void;
}

/** Something that is on or off; in a form its value is "on" or nothing. */
export function SwitchField({ name, label, hint, on, changed }: Props) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6">
      <div>
        <label htmlFor={id} className="text-sm font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="mt-0.5 text-2xs text-muted">
            {hint}
          </p>
        )}
      </div>
      <Switch
        id={id}
        name={name}
        className="mt-0.5"
        aria-describedby={hint && `${id}-hint`}
        defaultChecked={on}
        onChange={(event) => changed?.(event.target.checked)}
      />
    </div>
  );
}
