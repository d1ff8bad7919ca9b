import { useId } from "react";
import { useFormContext } from "react-hook-form";
import { Switch } from "@/components/atoms/Switch";

interface Props {
  name: string;
  /** What it adds to the list, where several switches of one name make one. */
  value?: string;
  label: string;
  hint?: string;
}

/** Something that is on or off. */
export function SwitchField({ name, value, label, hint }: Props) {
  const id = useId();
  const { register } = useFormContext();
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
      <Switch {...register(name)} id={id} value={value} aria-describedby={hint && `${id}-hint`} className="mt-0.5" />
    </div>
  );
}
