import { ListPlus } from "lucide-react";
import { lazy } from "react";
import { MenuItem } from "@/components/molecules/MenuItem";
import { showOver, type OverProps } from "@/features/cards/over";
import { learn, useTranslation } from "@/i18n/i18n";

/** One's lists, with the words that they need. */
export const ListSheet = lazy(async () => {
  const [sheet] = await Promise.all([import("./ListSheet"), learn("account"), learn("lists")]);
  return sheet;
});

/** In a title's menu: the way to one's lists. */
export function ListEntry({ title, from }: Omit<OverProps, "close">) {
  const { t } = useTranslation();
  const choose = () => {
    showOver({ title, from, Shown: ListSheet });
  };
  return <MenuItem icon={ListPlus} label={t("opinion.addToList")} choose={choose} />;
}
