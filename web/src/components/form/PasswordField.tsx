import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Field } from "./Field";
import { asGiven, asTyped, useIssueWith } from "./useField";

interface Props {
  name?: string;
  label?: string;
  /** Whether one is being chosen; a password manager then offers a strong one. */
  chosen?: boolean;
  /** Left empty, nothing is said of it. */
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
  const short = useIssueWith(name)("");
  const Icon = open ? EyeOff : Eye;
  const advice = chosen && short?.code === "too_small" ? t("form.passwordHint", { least: Number(short.minimum) }) : "";
  return (
    <Field name={name} label={label ?? t("form.password")} hint={hint ?? advice} reading={optional ? asGiven : asTyped}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            type={open ? "text" : "password"}
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
