import { api, body, done } from "@/api/client";
import type { WatchlistHeading, WatchlistMember } from "@/api/types";
import { Avatar } from "@/components/atoms/Avatar";
import { Badge } from "@/components/atoms/Badge";
import { Deed } from "@/components/form/Deed";
import { Row, Rows } from "@/components/molecules/Rows";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { membersQuery } from "./queries";

interface Props {
  list: WatchlistHeading;
  people: WatchlistMember[];
}

/** Whom a list is shared with, and for its owner what each of them may do. */
export function MemberRows({ list, people }: Props) {
  const { t } = useTranslation();
  const again = useAgain();
  if (people.length === 0) return null;
  return (
    <Rows>
      {people.map(({ id, name, picture, mayEdit, joined }) => {
        const params = { path: { watchlist_id: list.id, member_id: id } };
        return (
          <Row
            key={id}
            icon={<Avatar person={{ displayName: name, username: name, picture }} className="size-8 text-2xs" />}
            title={name}
            detail={t(mayEdit ? "lists.canEdit" : "lists.canView")}
            badges={!joined && <Badge>{t("lists.waiting")}</Badge>}
          >
            {list.right === "own" && (
              <>
                <Deed
                  look="bare"
                  className="px-3"
                  label={t(mayEdit ? "lists.onlyViewThis" : "lists.letEditThis", { name })}
                  deed={async () => {
                    const change = { params, body: { mayEdit: !mayEdit } };
                    await body(api.PATCH("/api/v1/watchlists/{watchlist_id}/members/{member_id}", change));
                    await again(membersQuery(list.id));
                  }}
                >
                  {t(mayEdit ? "lists.onlyView" : "lists.letEdit")}
                </Deed>
                <Deed
                  look="bare"
                  className="px-3"
                  label={t("rows.removeThis", { name })}
                  deed={async () => {
                    await done(api.DELETE("/api/v1/watchlists/{watchlist_id}/members/{member_id}", { params }));
                    await again(membersQuery(list.id));
                  }}
                >
                  {t("rows.remove")}
                </Deed>
              </>
            )}
          </Row>
        );
      })}
    </Rows>
  );
}
