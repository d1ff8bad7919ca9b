import { Link } from "@tanstack/react-router";
import { ArrowRight } from "lucide-react";
import { useTranslation } from "@/i18n/i18n";
import type { SearchHit } from "@/api/types";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { BestHit } from "./BestHit";
import { grouped, type Group } from "./groups";
import { Hit } from "./Hit";
import { identify } from "./search";

/** Everything found: the best hit large, the rest in a row for each kind. */
export function GroupedResults({ q, hits }: { q: string; hits: SearchHit[] }) {
  const { best, groups } = grouped(hits);
  return (
    <>
      <div className="gutter">{best && <BestHit hit={best} />}</div>
      <div className="mt-10 space-y-10">
        {groups.map((group) => (
          <GroupShelf key={group.kind} q={q} group={group} />
        ))}
      </div>
    </>
  );
}

function GroupShelf({ q, group: { kind, hits } }: { q: string; group: Group }) {
  const { t } = useTranslation();
  const name = t(`search.kinds.${kind}`);
  const more = (
    <Link
      to="/search"
      search={{ q, kind }}
      className="flex items-center gap-1.5 rounded-full text-sm font-semibold whitespace-nowrap text-muted transition-colors hover:text-accent"
    >
      {t("search.allOf", { kind: name })}
      <ArrowRight aria-hidden className="size-4 rtl:-scale-x-100" />
    </Link>
  );
  return (
    <Shelf name={name} more={more}>
      {hits.map((hit) => (
        <ShelfItem key={identify(hit)}>
          <Hit hit={hit} sizes={SHELF_SIZES} eager={false} />
        </ShelfItem>
      ))}
    </Shelf>
  );
}
