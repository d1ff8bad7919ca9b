import type { InputHTMLAttributes, ReactNode } from "react";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Field } from "./Field";
import { asNumber, useIssueWith } from "./useField";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className" | "defaultValue"> {
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string;
}

/** A line of text, without the spaces around it. */
export function TextField({ name, label, hint, className, ...input }: Props) {
  return (
    <Field name={name} label={label} hint={hint} className={className}>
      {(wiring) => <input {...input} {...wiring} className={inputStyle()} />}
    </Field>
  );
}

/** A user name, an e-mail address: nothing to be corrected or capitalised on the way. */
export function PlainField(props: Props) {
  return <TextField autoCapitalize="none" autoCorrect="off" spellCheck={false} {...props} />;
}

/** A whole number, or null when it is empty; its arrows stop where the schema does. */
export function NumberField({ name, label, hint, className, ...input }: Props) {
  const issueWith = useIssueWith(name);
  const least = issueWith(Number.MIN_SAFE_INTEGER);
  const most = issueWith(Number.MAX_SAFE_INTEGER);
  return (
    <Field name={name} label={label} hint={hint} className={className} reading={asNumber}>
      {(wiring) => (
        <input
          {...input}
          {...wiring}
          type="number"
          min={least?.code === "too_small" ? Number(least.minimum) : undefined}
          max={most?.code === "too_big" ? Number(most.maximum) : undefined}
          className={inputStyle()}
        />
      )}
    </Field>
  );
}
