import { useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { z } from "zod";
import { Problem } from "@/api/problem";
import { chipStyle } from "@/components/atoms/buttonStyle";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { PlainField } from "@/components/form/TextField";
import { useLocale } from "@/features/locale/locale";
import { useMe } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { togetherQuery } from "./queries";
import { isAboutNames, minutesToWait } from "./refused";
import { MOST_OTHERS, namesOf, type TogetherSearch } from "./search";

const LONGEST = 64; // characters of a user name
const SOMEBODY = z.object({ username: z.string().trim().min(1).max(LONGEST) });

interface Props {
  search: TogetherSearch;
  change: (search: TogetherSearch) => void;
}

/** Who else watches: by the names they sign in with, for nobody is shown who lives here. */
export function Company({ search, change }: Props) {
  const { t } = useTranslation();
  const { runtime } = useFormats();
  const me = useMe();
  const locale = useLocale();
  const queryClient = useQueryClient();
  const names = namesOf(search);
  const without = (name: string) => {
    change({ ...search, with: names.filter((one) => one !== name).join(",") || undefined });
  };
  const add = async (username: string) => {
    const isHere = [...names, me?.username].some((name) => name?.toLowerCase() === username.toLowerCase());
    if (isHere) throw complaint(t("together.isHere"));
    const wider = { ...search, with: [...names, username].join(",") };
    try {
      await queryClient.query(togetherQuery(wider, locale)); // the page shows it at once, or says what is wrong
    } catch (problem) {
      const minutes = minutesToWait(problem);
      if (minutes) throw complaint(t("together.tooOften", { time: runtime(minutes) }));
      throw isAboutNames(problem) ? complaint(t("together.noSuchName", { name: username })) : problem;
    }
    change(wider);
  };
  return (
    <div>
      {names.length < MOST_OTHERS ? (
        <Form
          resets
          className="flex items-start gap-3"
          schema={SOMEBODY}
          values={{ username: "" }}
          deed={({ username }) => add(username)}
        >
          <PlainField
            name="username"
            label={t("together.with")}
            hint={t("together.nameHint")}
            autoComplete="off"
            className="min-w-0 flex-1"
          />
          <Submit look={names.length > 0 ? "soft" : "solid"} className="mt-7">
            {t("together.add")}
          </Submit>
        </Form>
      ) : (
        <p className="text-sm font-semibold">{t("together.with")}</p>
      )}
      {names.length > 0 && (
        <ul className="mt-4 flex flex-wrap gap-2">
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                aria-label={t("together.without", { name })}
                className={chipStyle(true)}
                onClick={() => {
                  without(name);
                }}
              >
                {name}
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What is wrong with the name that was typed. */
function complaint(message: string): Problem {
  return new Problem({ status: 400, fields: [{ field: "username", code: "", message }] });
}
