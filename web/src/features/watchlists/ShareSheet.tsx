import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, done } from "@/api/client";
import type { WatchlistHeading } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { OpenSheet } from "@/components/organisms/Sheet";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { InviteForm } from "./InviteForm";
import { MemberRows } from "./MemberRows";
import { PublicPage } from "./PublicPage";
import { membersQuery, MY_LISTS } from "./queries";

interface Props {
  list: WatchlistHeading;
  close: () => void;
}

/** Who else sees a list: whoever has the link of its page, and people by name. */
export function ShareSheet({ list, close }: Props) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery(list.id));
  const isOwner = list.right === "own";
  return (
    <OpenSheet title={t("lists.shareTitle", { name: list.name })} closeLabel={t("dialog.close")} close={close}>
      <PublicPage list={list} />
      <section aria-label={t("lists.people")}>
        <h3 className="display mb-1 text-lg">{t("lists.people")}</h3>
        <p className="mb-4 text-sm text-muted">{t(isOwner ? "lists.peopleHint" : "lists.peopleOfOthers")}</p>
        <Loaded of={members}>{(people) => <MemberRows list={list} people={people} />}</Loaded>
        {isOwner ? <InviteForm id={list.id} /> : <Leave id={list.id} />}
      </section>
    </OpenSheet>
  );
}

function Leave({ id }: { id: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const again = useAgain();
  return (
    <Deed
      className="mt-4"
      deed={async () => {
        const params = { path: { watchlist_id: id } };
        await done(api.DELETE("/api/v1/watchlists/{watchlist_id}/membership", { params }));
        await navigate({ to: "/watchlists" });
        await again(MY_LISTS);
      }}
    >
      {t("lists.leave")}
    </Deed>
  );
}
