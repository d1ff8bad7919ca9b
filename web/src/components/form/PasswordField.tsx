import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Field, inputStyle } from "./Field";

interface Props {
  name?: string;
  label?: string;
  /** Whether one is being chosen; a password manager then offers a strong one. */
  chosen?: boolean;
  optional?: boolean;
  placeholder?: string;
  hint?: string;
}

/** A password, hidden until its eye is pressed. */
export function PasswordField({
  name = "password",
  label,
  chosen = false,
  optional = false,
  placeholder,
  hint,
}: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const Icon = open ? EyeOff : Eye;
  return (
    <Field name={name} label={label ?? t("form.password")} hint={hint ?? (chosen ? t("form.passwordHint") : undefined)}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            type={open ? "text" : "password"}
            required={!optional}
            placeholder={placeholder}
            autoComplete={chosen ? "new-password" : "current-password"}
            autoCapitalize="none"
            spellCheck={false}
            className={inputStyle("pe-12")}
          />
          <button
            type="button"
            aria-pressed={open}
            aria-label={t("form.showPassword")}
            className={iconButtonStyle("absolute end-0 top-0")}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <Icon aria-hidden />
          </button>
        </span>
      )}
    </Field>
  );
}
