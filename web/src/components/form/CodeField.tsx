import { inputStyle } from "@/components/atoms/inputStyle";
import { Field } from "./Field";
import { asCode } from "./useField";

interface Props {
  label: string;
  hint?: string;
  /** Whether it has digits alone: a phone then shows its number keys. */
  numeric?: boolean;
  focused?: boolean;
}

/** A one-time code, however it was copied: the device offers the one it has received. */
export function CodeField({ label, hint, numeric = false, focused = true }: Props) {
  return (
    <Field name="code" label={label} hint={hint} reading={asCode}>
      {(wiring) => (
        <input
          {...wiring}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the page, or the dialog, is there for this one field
          autoFocus={focused}
          autoComplete="one-time-code"
          inputMode={numeric ? "numeric" : "text"}
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          className={inputStyle("h-14 text-center font-mono text-xl! tracking-[0.25em] uppercase")}
        />
      )}
    </Field>
  );
}
