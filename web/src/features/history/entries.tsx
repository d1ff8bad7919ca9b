import { Bookmark, CircleCheck } from "lucide-react";
import { MenuItem } from "@/components/molecules/MenuItem";
import type { OverProps } from "@/features/cards/over";
import { useOpinion } from "@/features/opinions/marks";
import { useTranslation } from "@/i18n/i18n";
import { askWhich } from "./takingBack";
import { useStandingDeeds } from "./useStandingDeeds";

type Props = Omit<OverProps, "close">;

/** Of a film; a series is watched episode by episode, on its page. */
export function WatchedEntry({ title, from }: Props) {
  const { t } = useTranslation();
  const { status, rewatched } = useOpinion(title.id);
  const { see, unsee } = useStandingDeeds(title);
  if (title.kind !== "movie") return null;
  const isSeen = status === "watched";
  const choose = () => {
    if (isSeen && rewatched) askWhich(title, from);
    else if (isSeen) unsee();
    else see();
  };
  return <MenuItem icon={CircleCheck} label={t("history.watched")} checked={isSeen} choose={choose} />;
}

export function PlanEntry({ title }: Props) {
  const { t } = useTranslation();
  const { status = null } = useOpinion(title.id);
  const { plan } = useStandingDeeds(title);
  const choose = () => {
    plan(status);
  };
  return <MenuItem icon={Bookmark} label={t("history.plan")} checked={status === "planned"} choose={choose} />;
}
