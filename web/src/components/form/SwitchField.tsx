import { useId } from "react";

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
      <input
        id={id}
        name={name}
        type="checkbox"
        role="switch"
        aria-describedby={hint && `${id}-hint`}
        defaultChecked={on}
        onChange={(event) => changed?.(event.target.checked)}
        className="relative mt-0.5 h-6.5 w-11 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-ground transition-colors before:absolute before:top-0.75 before:left-0.75 before:size-4.5 before:rounded-full before:bg-edge before:transition-[translate,background-color] checked:border-accent checked:bg-accent checked:before:translate-x-4.5 checked:before:bg-on-accent"
      />
    </div>
  );
}
