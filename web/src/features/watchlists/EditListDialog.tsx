import { zWatchlistChange } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import type { WatchlistHeading } from "@/api/types";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { ListFields } from "./ListFields";
import { MY_LISTS } from "./queries";

/** Renames a list, and says what it is about. */
export function EditListDialog({ list, close }: { list: WatchlistHeading; close: () => void }) {
  const { t } = useTranslation();
  const again = useAgain();
  return (
    <Modal title={t("lists.edit")} close={close}>
      <Form
        schema={zWatchlistChange}
        values={{ name: list.name, description: list.description }}
        deed={async (wish) => {
          const params = { path: { watchlist_id: list.id } };
          await body(api.PATCH("/api/v1/watchlists/{watchlist_id}", { params, body: wish }));
          await again(MY_LISTS, { queryKey: ["watchlist", list.id] });
          close();
        }}
      >
        <ListFields />
        <Submit className="w-full">{t("form.save")}</Submit>
      </Form>
    </Modal>
  );
}
