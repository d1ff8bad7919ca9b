import type { ReactNode } from "react";
import { useWatch, type FieldValues } from "react-hook-form";
import { ChoiceField } from "@/components/form/ChoiceField";
import { Form, type FormDeed } from "@/components/form/Form";
import { Save } from "@/components/form/Save";
import { PlainField } from "@/components/form/TextField";
import { Notice } from "@/components/molecules/Notice";
import { useTranslation } from "@/i18n/i18n";
import { SecretField } from "./SecretField";

interface Choice<Kind extends string> {
  /** The services there are, each by its name. */
  kinds: Record<Kind | "folder", string>;
  /** The one that is used so far. */
  kept: Kind | "folder";
  hasSecret: boolean;
  /** Whom its messages come from, as an example. */
  sender: string;
  secret: (kind: Kind) => string;
  /** What else a service wants to know. */
  children: (kind: Kind) => ReactNode;
}

/** By which service messages leave the house, and what that service wants to know. */
export function ServiceForm<Kind extends string, Wish extends FieldValues>(
  props: FormDeed<Wish, { choice: unknown; secret?: unknown }> & Choice<Kind>,
) {
  const { schema, values, deed, ...choice } = props;
  return (
    <Form schema={schema} values={values} deed={deed} resets={["secret"]}>
      <ServiceFields {...choice} />
      <Save />
    </Form>
  );
}

function ServiceFields<Kind extends string>({ kinds, kept, hasSecret, sender, secret, children }: Choice<Kind>) {
  const { t } = useTranslation();
  const kind = useWatch({ name: "choice.kind" }) as Kind | "folder";
  return (
    <>
      <ChoiceField name="choice.kind" label={t("mail.kind")}>
        {Object.entries<string>(kinds).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </ChoiceField>
      {kind === "folder" ? (
        <Notice>{t("mail.folder")}</Notice>
      ) : (
        <>
          {children(kind)}
          <SecretField label={secret(kind)} kept={kind === kept && hasSecret} />
          <PlainField name="choice.sender" label={t("mail.sender")} placeholder={sender} />
        </>
      )}
    </>
  );
}
