import { useId } from "react";
import { api, body } from "@/api/client";
import type { WatchlistHeading } from "@/api/types";
import { Switch } from "@/components/atoms/Switch";
import { CopyButton } from "@/components/molecules/CopyButton";
import { useLocale } from "@/features/locale/locale";
import { useTranslation } from "@/i18n/i18n";
import { useOptimistic } from "@/lib/useOptimistic";
import type { Pages } from "./order";
import { watchlistQuery } from "./queries";

/** Whether a list has a page for whoever knows its link, and that link. */
export function PublicPage({ list }: { list: WatchlistHeading }) {
  const { t } = useTranslation();
  const name = useId();
  const act = useOptimistic<Pages>(watchlistQuery(list.id, useLocale()).queryKey);
  const params = { path: { watchlist_id: list.id } };
  const publish = (is: boolean) => {
    act({
      change: (now) => ({ ...now, pages: now.pages.map((page) => ({ ...page, public: is, link: null })) }),
      call: () => body(api.PATCH("/api/v1/watchlists/{watchlist_id}", { params, body: { public: is } })),
    });
  };
  const link = list.link && `${window.location.origin}/shared/watchlists/${list.link}`;
  return (
    <section aria-labelledby={name}>
      <div className="flex items-start justify-between gap-6">
        <div>
          <h3 id={name} className="display text-lg">
            {t("lists.publicPage")}
          </h3>
          <p className="mt-1 text-sm text-muted">{t(list.public ? "lists.publicHint" : "lists.privateHint")}</p>
        </div>
        {list.right === "own" && (
          <Switch
            aria-labelledby={name}
            checked={list.public}
            className="mt-0.5"
            onChange={(event) => {
              publish(event.target.checked);
            }}
          />
        )}
      </div>
      {link && (
        <div className="mt-4 space-y-3">
          <a
            href={link}
            className="block rounded-card bg-ground px-4 py-3 text-sm wrap-anywhere underline underline-offset-4"
          >
            {link}
          </a>
          <CopyButton text={link} />
        </div>
      )}
    </section>
  );
}
