import { api, done } from "@/api/client";
import type { WatchlistInvitation } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { Row, Rows } from "@/components/molecules/Rows";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { MY_LISTS } from "./queries";

/** Lists that others want to share; nothing where nobody does. */
export function Invitations({ of }: { of: WatchlistInvitation[] }) {
  const { t } = useTranslation();
  const again = useAgain();
  if (of.length === 0) return null;
  return (
    <section aria-label={t("lists.invitations")} className="mt-6 max-w-2xl">
      <Rows>
        {of.map(({ id, name, owner, mayEdit }) => {
          const params = { path: { watchlist_id: id } };
          return (
            <Row
              key={id}
              title={name}
              detail={t(mayEdit ? "lists.invitedToEdit" : "lists.invited", { name: owner.name })}
            >
              <Deed
                look="bare"
                className="px-3"
                label={t("lists.declineThis", { name })}
                deed={async () => {
                  await done(api.DELETE("/api/v1/watchlists/{watchlist_id}/membership", { params }));
                  await again(MY_LISTS);
                }}
              >
                {t("lists.decline")}
              </Deed>
              <Deed
                label={t("lists.acceptThis", { name })}
                deed={async () => {
                  await done(api.PUT("/api/v1/watchlists/{watchlist_id}/membership", { params }));
                  await again(MY_LISTS);
                }}
              >
                {t("lists.accept")}
              </Deed>
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}
