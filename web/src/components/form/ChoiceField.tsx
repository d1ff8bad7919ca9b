import type { ReactNode } from "react";
import { Select } from "@/components/atoms/Select";
import { Field } from "./Field";
import { asNumber, asTyped } from "./useField";

interface Props {
  name: string;
  label: string;
  hint?: string;
  /** Its values are numbers; the empty one is null. */
  numeric?: boolean;
  /** The options. */
  children: ReactNode;
}

/** One of a few. */
export function ChoiceField({ name, label, hint, numeric = false, children }: Props) {
  return (
    <Field name={name} label={label} hint={hint} reading={numeric ? asNumber : asTyped}>
      {(wiring) => (
        <Select {...wiring} className="w-full">
          {children}
        </Select>
      )}
    </Field>
  );
}
