import type { InputHTMLAttributes, ReactNode } from "react";
import { Field, inputStyle } from "./Field";

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "name" | "className"> {
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string;
}

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
