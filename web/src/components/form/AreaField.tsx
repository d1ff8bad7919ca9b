import { inputStyle } from "@/components/atoms/inputStyle";
import { Field } from "./Field";
import { asText } from "./useField";

interface Props {
  name: string;
  label: string;
  hint?: string;
  /** Lines that are seen at once. */
  rows?: number;
  className?: string;
}

/** A text of several lines, without the spaces around it. */
export function AreaField({ name, label, hint, rows = 4, className }: Props) {
  return (
    <Field name={name} label={label} hint={hint} reading={asText} className={className}>
      {(wiring) => <textarea {...wiring} rows={rows} dir="auto" className={inputStyle("h-auto resize-y py-2.5")} />}
    </Field>
  );
}
