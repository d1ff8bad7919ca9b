import * as z from "zod/mini";
import { zNewWatchlist } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { TitleCard } from "@/api/types";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { TextField } from "@/components/form/TextField";
import { useTranslation } from "@/i18n/i18n";
import { nounOf } from "@/lib/addresses";
import { useAgain } from "@/lib/useAgain";
import { listsForQuery, MY_LISTS } from "./queries";

const schema = z.pick(zNewWatchlist, { name: true });

/** Makes a list that has the title in it from the start. */
export function NewListForm({ title }: { title: Pick<TitleCard, "id" | "kind"> }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Form
      resets
      className="space-y-4"
      schema={schema}
      values={{ name: "" }}
      deed={async (wish) => {
        const { id } = await body(api.POST("/api/v1/watchlists", { body: wish }));
        const params = { path: { watchlist_id: id, noun: nounOf(title.kind), ref: String(title.id) } };
        await body(api.PUT("/api/v1/watchlists/{watchlist_id}/items/{noun}/{ref}", { params, body: {} }));
        await again(listsForQuery(title), MY_LISTS);
      }}
    >
      <TextField name="name" label={t("lists.newName")} autoComplete="off" maxLength={100} />
      <Submit look="soft">{t("lists.makeAndAdd")}</Submit>
    </Form>
  );
}
