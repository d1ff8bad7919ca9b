import { ListPlus } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { showOver } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import { ListSheet } from "./entry";

/** Opens one's lists, to put the title into some of them. */
export default function AddToList({ title }: { title: Carded }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={buttonStyle("soft")}
      onClick={({ currentTarget }) => {
        showOver({ title, from: currentTarget, Shown: ListSheet });
      }}
    >
      <ListPlus aria-hidden />
      {t("opinion.addToList")}
    </button>
  );
}
