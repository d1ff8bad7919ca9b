import { useNavigate } from "@tanstack/react-router";
import { PencilLine, Share2, Trash2 } from "lucide-react";
import { api, body, done } from "@/api/client";
import type { WatchlistHeading } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { useTranslation } from "@/i18n/i18n";
import { toast } from "@/lib/toasts";
import { useAgain } from "@/lib/useAgain";
import { EditListDialog } from "./EditListDialog";
import { MY_LISTS } from "./queries";
import { ShareSheet } from "./ShareSheet";

/** What its owner can do with a list as a whole, and what is left to the others. */
export function ListActions({ list }: { list: WatchlistHeading }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const again = useAgain();
  const params = { path: { watchlist_id: list.id } };
  const remove = async () => {
    await done(api.DELETE("/api/v1/watchlists/{watchlist_id}", { params }));
    await navigate({ to: "/watchlists" });
    await again(MY_LISTS);
    toast({
      text: t("lists.deleted", { name: list.name }),
      look: "good",
      undo: async () => {
        await body(api.POST("/api/v1/watchlists/{watchlist_id}/restore", { params }));
        await again(MY_LISTS);
      },
    });
  };
  return (
    <div className="flex flex-wrap gap-2">
      <DialogButton dialog={(close) => <ShareSheet list={list} close={close} />}>
        <Share2 aria-hidden />
        {t("lists.share")}
      </DialogButton>
      {list.right === "own" && (
        <>
          <DialogButton look="bare" dialog={(close) => <EditListDialog list={list} close={close} />}>
            <PencilLine aria-hidden />
            {t("rows.edit")}
          </DialogButton>
          <Deed look="bare" deed={remove}>
            <Trash2 aria-hidden />
            {t("lists.delete")}
          </Deed>
        </>
      )}
    </div>
  );
}
