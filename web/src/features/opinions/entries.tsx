import { EyeOff, Heart, NotebookPen, Star } from "lucide-react";
import { lazy } from "react";
import { MenuItem } from "@/components/molecules/MenuItem";
import { showOver, type OverProps } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { useOpinion } from "./marks";
import { useOpinionDeeds } from "./useOpinionDeeds";

const RateDialog = lazy(() => import("./RateDialog"));
export const NotesDialog = lazy(() => import("./NotesDialog"));

type Props = Omit<OverProps, "close">;

export function LoveEntry({ title }: Props) {
  const { t } = useTranslation();
  const { favorite } = useOpinion(title.id);
  const { love } = useOpinionDeeds();
  const choose = () => void love(title, !favorite);
  return <MenuItem icon={Heart} label={t("opinion.favorite")} checked={favorite} choose={choose} />;
}

export function RateEntry({ title, from }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const { rating } = useOpinion(title.id);
  const choose = () => {
    showOver({ title, from, Shown: RateDialog });
  };
  const label = rating === null ? t("opinion.rate") : t("opinion.rateAgain", { rating: number(rating) });
  return <MenuItem icon={Star} label={label} choose={choose} />;
}

export function NotesEntry({ title, from }: Props) {
  const { t } = useTranslation();
  const choose = () => {
    showOver({ title, from, Shown: NotesDialog });
  };
  return <MenuItem icon={NotebookPen} label={t("opinion.notes")} choose={choose} />;
}

export function DismissEntry({ title }: Props) {
  const { t } = useTranslation();
  const { dismissed } = useOpinion(title.id);
  const { dismiss } = useOpinionDeeds();
  const choose = () => void dismiss(title, !dismissed);
  return <MenuItem icon={EyeOff} label={t("opinion.notForMe")} checked={dismissed} choose={choose} />;
}
