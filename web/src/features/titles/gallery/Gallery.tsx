import { Tabs } from "radix-ui";
import { useId } from "react";
import { useTranslation } from "@/i18n/i18n";
import { direction } from "@/i18n/languages";
import type { TitleDetail } from "@/api/types";
import { GalleryShelf } from "./GalleryShelf";
import { shelvesOf, worthShowing } from "./pictures";

/** A title's scenes, posters and logos, a tab each. */
export function Gallery({ title }: { title: TitleDetail }) {
  const { t, language } = useTranslation();
  const heading = useId();
  const shelves = shelvesOf(title, t);
  const [first] = shelves;
  if (!first || !worthShowing(shelves)) return null;
  return (
    <Tabs.Root asChild defaultValue={first.name} dir={direction(language)}>
      <section aria-labelledby={heading}>
        <div className="gutter flex flex-wrap items-end gap-x-6 gap-y-2 pb-3.5">
          <h2 id={heading} className="display text-heading">
            {t("pictures.title")}
          </h2>
          <Tabs.List aria-label={t("pictures.kinds")} className="flex gap-1">
            {shelves.map(({ name, pictures }) => (
              <Tabs.Trigger
                key={name}
                value={name}
                className="min-h-9 rounded-full px-3.5 text-sm text-muted transition-colors hover:text-ink data-[state=active]:bg-ink/9 data-[state=active]:font-semibold data-[state=active]:text-ink"
              >
                {t(`pictures.${name}`)} <span className="font-normal text-faint">{pictures.length}</span>
              </Tabs.Trigger>
            ))}
          </Tabs.List>
        </div>
        {shelves.map((shelf) => (
          <Tabs.Content key={shelf.name} value={shelf.name} tabIndex={-1}>
            <GalleryShelf title={title.title} shelf={shelf} />
          </Tabs.Content>
        ))}
      </section>
    </Tabs.Root>
  );
}
