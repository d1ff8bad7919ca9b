import { Link } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import { locale } from "@/i18n/languages";
import { titlePath } from "@/lib/addresses";
import { cx } from "@/lib/cx";
import { useFormats } from "@/lib/format";
import { isViewing, type Entry } from "./fold";
import { wordsOf } from "./words";

const LONG_AGO = 24 * 3_600_000; // milliseconds between watching and saying so, from which on the day is told

interface Props {
  entry: Entry;
  undo: (ids: number[]) => void;
}

/** A sentence with the poster of what it is about, and the way back. */
export function ActivityRow({ entry, undo }: Props) {
  const { t, language } = useTranslation();
  const formats = useFormats();
  const { icon: Icon, text } = wordsOf(entry, t, formats);
  const [{ title, list, undoneAt, importId }] = entry.items;
  const to = title ? titlePath(title) : list && !list.gone && `/watchlists/${list.id}`;
  const open = entry.items.filter(({ undoable }) => undoable).map(({ id }) => id);
  const isUndone = Boolean(undoneAt);
  const watchedAt = watchedLongBefore(entry);
  const sentence = <span className={cx("text-sm wrap-anywhere", isUndone && "line-through")}>{text}</span>;
  return (
    <li tabIndex={-1} className="flex items-center gap-4 py-3">
      <span className={cx("relative w-11 shrink-0", isUndone && "opacity-50")}>
        {title ? (
          <>
            <Poster name={title.poster} title="" sizes="44px" />
            <span className="absolute -end-2 -bottom-2 grid size-6 place-items-center rounded-full border border-line bg-ground text-accent">
              <Icon aria-hidden className="size-3.5" />
            </span>
          </>
        ) : (
          <span className="grid aspect-2/3 place-items-center rounded-card bg-ink/6 text-accent">
            <Icon aria-hidden className="size-5" />
          </span>
        )}
      </span>
      <p className={cx("min-w-0 grow", isUndone && "text-muted")}>
        {to ? (
          <CardLink to={to} className="rounded-mark hover:text-accent">
            {sentence}
          </CardLink>
        ) : (
          sentence
        )}
        <span className="mt-0.5 block text-2xs text-muted">
          <time dateTime={entry.createdAt}>
            {new Intl.DateTimeFormat(locale(language), { timeStyle: "short" }).format(new Date(entry.createdAt))}
          </time>
          {watchedAt && ` · ${t("activity.watchedOn", { date: formats.date(watchedAt) })}`}
        </span>
      </p>
      {importId !== null && !isUndone && (
        <Link
          to="/imports"
          search={{ id: importId }}
          aria-label={t("activity.lookAt", { text })}
          className={buttonStyle("bare", "min-h-10 shrink-0 px-3")}
        >
          {t("activity.look")}
        </Link>
      )}
      {isUndone && <span className="text-2xs text-muted">{t("activity.undone")}</span>}
      {open.length > 0 && (
        <button
          type="button"
          className={buttonStyle("bare", "min-h-10 shrink-0 px-3")}
          aria-label={t("activity.undoThis", { text })}
          onClick={({ currentTarget }) => {
            currentTarget.closest("li")?.focus(); // or the focus would go with the button
            undo(open);
          }}
        >
          <Undo2 aria-hidden />
          <span className="max-sm:sr-only">{t("activity.undo")}</span>
        </button>
      )}
    </li>
  );
}

/** When it was watched, where that was not just before it was told; a row of episodes says nothing of each. */
function watchedLongBefore({ items: [done, ...others] }: Entry): string | null {
  const at = done.details.watched_at;
  if (!isViewing(done) || others.length > 0 || typeof at !== "string") return null;
  return Date.parse(done.at) - Date.parse(at) > LONG_AGO ? at : null;
}
