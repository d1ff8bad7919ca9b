import { useId, type ComponentProps } from "react";
import { Switch } from "@/components/atoms/Switch";

interface Props extends Omit<ComponentProps<typeof Switch>, "id" | "className"> {
  label: string;
  hint?: string;
}

/** A switch with its name before it, and what it means below that. */
export function SwitchRow({ label, hint, ...props }: Props) {
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
      <Switch {...props} id={id} aria-describedby={hint && `${id}-hint`} className="mt-0.5" />
    </div>
  );
}
