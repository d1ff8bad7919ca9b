import { useTranslation } from "@/i18n/i18n";
import type { ExternalIds, TitleKind } from "@/api/types";
import { Outside } from "@/components/Outside";
import { elsewhere } from "@/lib/elsewhere";

interface Props {
  kind: TitleKind | "person";
  ids: ExternalIds | null | undefined;
  homepage: string | null;
}

/** The same title or person on other sites. */
export function Elsewhere({ kind, ids, homepage }: Props) {
  const { t } = useTranslation();
  const links = ids ? elsewhere(kind, ids) : [];
  if (homepage) links.unshift({ name: t("title.homepage"), href: homepage });
  if (links.length === 0) return "–";
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {links.map(({ name, href }) => (
        <Outside key={href} href={href} className="underline underline-offset-4 hover:text-accent">
          {name}
        </Outside>
      ))}
    </span>
  );
}
