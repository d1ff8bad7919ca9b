import { useId, type ComponentProps } from "react";
import { Select } from "@/components/atoms/Select";

interface Props extends Omit<ComponentProps<typeof Select>, "className" | "id"> {
  label: string;
  hint?: string;
}

/** A select with its name above and, where it needs one, an explanation below. */
export function SelectField({ label, hint, ...props }: Props) {
  const id = useId();
  const explanation = `${id}-hint`;
  return (
    <div>
      <label htmlFor={id} className="mb-2 block text-sm font-semibold">
        {label}
      </label>
      <Select {...props} id={id} aria-describedby={hint && explanation} className="w-full" />
      {hint && (
        <p id={explanation} className="mt-2 text-2xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
