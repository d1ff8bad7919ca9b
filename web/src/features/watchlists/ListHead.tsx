import type { ReactNode } from "react";
import type { WatchlistHeading } from "@/api/types";
import { Avatar } from "@/components/atoms/Avatar";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  list: Pick<WatchlistHeading, "name" | "description" | "owner"> & Partial<Pick<WatchlistHeading, "right">>;
  total: number;
  /** What can be done with it. */
  children?: ReactNode;
}

/** What a list is called, whose it is, and what it is about. */
export function ListHead({ list, total, children }: Props) {
  const { t } = useTranslation();
  const { name, description, owner, right = "own" } = list;
  return (
    <header className="mb-7">
      <title>{t("app.pageTitle", { page: name })}</title>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 dir="auto" className="display text-4xl wrap-anywhere">
            {name}
          </h1>
          <p className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <span className="inline-flex items-center gap-2">
              <Avatar
                person={{ displayName: owner.name, username: owner.name, picture: owner.picture }}
                className="size-6 text-3xs"
              />
              <bdi>{t(right === "own" ? "lists.by" : "lists.sharedBy", { name: owner.name })}</bdi>
            </span>
            <span>{t("lists.titles", { count: total })}</span>
          </p>
        </div>
        {children}
      </div>
      {description && (
        <p dir="auto" className="mt-4 max-w-prose whitespace-pre-line text-muted wrap-anywhere">
          {description}
        </p>
      )}
    </header>
  );
}
