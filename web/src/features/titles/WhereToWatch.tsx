import { useTranslation } from "@/i18n/i18n";
import type { WatchOption, WatchProviders } from "@/api/types";
import { Outside } from "@/components/atoms/Outside";
import { Picture } from "@/components/atoms/Picture";
import { Ticket } from "@/components/molecules/Ticket";
import { useFormats } from "@/lib/format";

const WAYS = ["stream", "free", "ads", "rent", "buy"] as const;

/** Who shows it in the visitor's region. JustWatch asks to be named wherever its data is shown. */
export function WhereToWatch({ providers }: { providers: WatchProviders }) {
  const { t } = useTranslation();
  const { region } = useFormats();
  const ways = WAYS.filter((way) => providers[way].length > 0);
  if (ways.length === 0) return null;
  return (
    <section className="max-w-3xl">
      <h2 className="display mb-4 text-heading">{t("title.whereToWatch")}</h2>
      <Ticket
        stub={
          <>
            <span className="display text-2xl">{providers.region}</span>
            <span className="text-2xs text-muted">{t("title.whereIn", { region: region(providers.region) })}</span>
          </>
        }
      >
        <dl className="space-y-3 py-2">
          {ways.map((way) => (
            <div key={way} className="sm:flex sm:items-center sm:gap-4">
              <dt className="mb-1.5 w-24 shrink-0 text-2xs text-muted sm:mb-0">{t(`title.${way}`)}</dt>
              <dd>
                <ul className="flex flex-wrap gap-x-4 gap-y-2">
                  {providers[way].map((option) => (
                    <Option key={option.id} option={option} />
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
        <p className="pt-1 pb-2 text-2xs text-faint">
          {providers.link ? (
            <Outside href={providers.link} className="underline underline-offset-4 hover:text-ink">
              {t("title.justWatch")}
            </Outside>
          ) : (
            t("title.justWatch")
          )}
        </p>
      </Ticket>
    </section>
  );
}

function Option({ option }: { option: WatchOption }) {
  return (
    <li className="flex items-center gap-2 text-sm">
      <Picture kind="logo" name={option.logo} alt="" sizes="28px" className="size-7 rounded-paper" />
      {option.name}
    </li>
  );
}
