import { useNavigate } from "@tanstack/react-router";
import { zNewWatchlist } from "@/api/bodies/zod.gen";
import { api, body } from "@/api/client";
import { Form } from "@/components/form/Form";
import { Submit } from "@/components/form/Submit";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";
import { watchlistAddress } from "@/lib/addresses";
import { useAgain } from "@/lib/useAgain";
import { ListFields } from "./ListFields";
import { MY_LISTS } from "./queries";

/** Makes a list, and goes there. */
export function NewListDialog({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const again = useAgain();
  return (
    <Modal title={t("lists.make")} detail={t("lists.makeHint")} close={close}>
      <Form
        schema={zNewWatchlist}
        deed={async (wish) => {
          const { id } = await body(api.POST("/api/v1/watchlists", { body: wish }));
          await again(MY_LISTS);
          await navigate(watchlistAddress(id));
        }}
      >
        <ListFields />
        <Submit className="w-full">{t("lists.make")}</Submit>
      </Form>
    </Modal>
  );
}
