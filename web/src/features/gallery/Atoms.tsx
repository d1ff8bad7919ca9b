import { Search } from "lucide-react";
import { Avatar } from "@/components/atoms/Avatar";
import { Badge } from "@/components/atoms/Badge";
import { buttonStyle, chipStyle, iconButtonStyle } from "@/components/atoms/buttonStyle";
import { Leader } from "@/components/atoms/Leader";
import { Outside } from "@/components/atoms/Outside";
import { Poster } from "@/components/atoms/Poster";
import { Select } from "@/components/atoms/Select";
import { Bone } from "@/components/atoms/Skeleton";
import { Switch } from "@/components/atoms/Switch";
import type { TitleCard } from "@/api/types";
import { useTranslation } from "@/i18n/i18n";
import { Cabinet, Specimen } from "./Specimen";

const LOOKS = ["solid", "soft", "bare"] as const;

/** The smallest parts: one thing each, knowing nothing of what it is used for. */
export function Atoms({ title }: { title: TitleCard }) {
  const { t } = useTranslation();
  return (
    <Cabinet id="atoms" title={t("gallery.atoms")}>
      <Specimen name="buttonStyle(solid | soft | bare)">
        <div className="flex flex-wrap gap-3">
          {LOOKS.map((look) => (
            <button key={look} type="button" className={buttonStyle(look)}>
              {t("title.trailer")}
            </button>
          ))}
          <button type="button" disabled className={buttonStyle("solid")}>
            {t("title.trailer")}
          </button>
        </div>
      </Specimen>
      <Specimen name="iconButtonStyle, chipStyle(active)">
        <div className="flex flex-wrap items-center gap-3">
          <button type="button" className={iconButtonStyle()} aria-label={t("nav.search")}>
            <Search aria-hidden />
          </button>
          <span className={chipStyle()}>{t("nav.movies")}</span>
          <span className={chipStyle(true)}>{t("nav.tv")}</span>
        </div>
      </Specimen>
      <Specimen name="Switch, Select">
        <div className="flex items-center gap-5">
          <Switch aria-label={t("gallery.sample")} defaultChecked />
          <Switch aria-label={t("gallery.sample")} />
          <Select aria-label={t("browse.sort")} className="min-w-40">
            <option>{t("browse.sorts.newest")}</option>
            <option>{t("browse.sorts.oldest")}</option>
          </Select>
        </div>
      </Specimen>
      <Specimen name="Badge(plain | good | warn)">
        <div className="flex gap-3">
          <Badge>{t("connections.state.off")}</Badge>
          <Badge look="good">{t("connections.state.ok")}</Badge>
          <Badge look="warn">{t("connections.state.refused")}</Badge>
        </div>
      </Specimen>
      <Specimen name="Avatar, Outside">
        <div className="flex items-center gap-5">
          <Avatar person={{ displayName: "", username: "alice", picture: null }} className="size-11" />
          <Outside href="https://archive.org" className="underline underline-offset-4">
            Internet Archive
          </Outside>
        </div>
      </Specimen>
      <Specimen name="Bone">
        <div className="max-w-60 space-y-2.5">
          <Bone className="h-5 w-full" />
          <Bone className="h-5 w-2/3" />
        </div>
      </Specimen>
      <Specimen name="Poster">
        <div className="flex gap-4">
          <Poster name={title.poster} title={title.title} sizes="112px" className="w-28" />
          <Poster name={null} title={title.title} sizes="112px" className="w-28" />
        </div>
      </Specimen>
      <Specimen name="Leader">
        <Leader text="3" />
      </Specimen>
    </Cabinet>
  );
}
