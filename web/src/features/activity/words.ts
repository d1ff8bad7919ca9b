import {
  CircleDot,
  Clapperboard,
  Eraser,
  Eye,
  EyeOff,
  FileUp,
  Heart,
  HeartOff,
  ArrowUpDown,
  Globe,
  GlobeLock,
  ListChecks,
  ListMinus,
  ListPlus,
  ListVideo,
  MessageSquareText,
  MessageSquareX,
  NotebookPen,
  Trash2,
  UserPlus,
  Star,
  type LucideIcon,
} from "lucide-react";
import type { Done } from "@/api/types";
import type { Translate } from "@/i18n/i18n";
import type { Formats } from "@/lib/format";
import type { Entry } from "./fold";

interface Told {
  done: Done;
  /** How often in a row. */
  count: number;
  /** Its name, apart from the words around it: it may run the other way. */
  title: string;
  /** The same of the list. */
  list: string;
  t: Translate;
  rating: Formats["rating"];
}

interface Words {
  icon: LucideIcon;
  say: (told: Told) => string;
}

const WORDS: Record<string, Words> = {
  FavoriteAdded: { icon: Heart, say: ({ t, title }) => t("activity.loved", { title }) },
  FavoriteRemoved: { icon: HeartOff, say: ({ t, title }) => t("activity.unloved", { title }) },
  TitleRated: { icon: Star, say: rated },
  TitleNoted: { icon: NotebookPen, say: ({ t, title }) => t("activity.noted", { title }) },
  TitleDismissed: { icon: EyeOff, say: ({ t, title }) => t("activity.dismissed", { title }) },
  TitleWelcomed: { icon: Eye, say: ({ t, title }) => t("activity.welcomed", { title }) },
  FilmWatched: { icon: Clapperboard, say: ({ t, title, count }) => t("activity.film", { title, count }) },
  EpisodeWatched: { icon: Clapperboard, say: episodes },
  ViewingRemoved: { icon: Eraser, say: removed },
  StatusChanged: { icon: ListChecks, say: ({ t, title, done }) => t("activity.status", { title, now: text(done.details.now) || "none" }) }, // prettier-ignore
  ReviewPublished: { icon: MessageSquareText, say: ({ t, title }) => t("activity.reviewed", { title }) },
  ReviewChanged: { icon: MessageSquareText, say: ({ t, title }) => t("activity.reviewChanged", { title }) },
  ReviewRemoved: { icon: MessageSquareX, say: ({ t, title }) => t("activity.reviewRemoved", { title }) },
  ReviewRestored: { icon: MessageSquareText, say: ({ t, title }) => t("activity.reviewRestored", { title }) },
  WatchlistMade: { icon: ListVideo, say: ({ t, list }) => t("activity.listMade", { list }) },
  WatchlistChanged: { icon: ListVideo, say: ({ t, list }) => t("activity.listChanged", { list }) },
  WatchlistDeleted: { icon: Trash2, say: ({ t, list }) => t("activity.listDeleted", { list }) },
  WatchlistRestored: { icon: ListVideo, say: ({ t, list }) => t("activity.listRestored", { list }) },
  WatchlistPublished: { icon: Globe, say: ({ t, list }) => t("activity.listPublished", { list }) },
  WatchlistWithdrawn: { icon: GlobeLock, say: ({ t, list }) => t("activity.listWithdrawn", { list }) },
  WatchlistItemAdded: { icon: ListPlus, say: ({ t, title, list }) => t("activity.listed", { title, list }) },
  WatchlistItemRemoved: { icon: ListMinus, say: ({ t, title, list }) => t("activity.unlisted", { title, list }) },
  WatchlistItemMoved: { icon: ArrowUpDown, say: moved },
  WatchlistItemNoted: { icon: NotebookPen, say: ({ t, title, list }) => t("activity.listNoted", { title, list }) },
  WatchlistReordered: { icon: ArrowUpDown, say: ({ t, list }) => t("activity.listReordered", { list }) },
  WatchlistShared: { icon: UserPlus, say: ({ t, list }) => t("activity.listShared", { list }) },
  ImportApplied: { icon: FileUp, say: imported },
  WatchlistJoined: { icon: ListVideo, say: ({ t, list }) => t("activity.listJoined", { list }) },
};

/** For what other parts of the program, or a newer server, tell besides. */
const NEUTRAL: Words = {
  icon: CircleDot,
  say: ({ t, title, count }) => (title ? t("activity.other", { title, count }) : t("activity.otherAtAll", { count })),
};

/** The sign of an entry and its sentence. */
export function wordsOf({ items }: Entry, t: Translate, { rating }: Formats): { icon: LucideIcon; text: string } {
  const [done] = items;
  const { icon, say } = Object.hasOwn(WORDS, done.what) ? (WORDS[done.what] ?? NEUTRAL) : NEUTRAL;
  const title = done.title ? `\u2068${done.title.title}\u2069` : "";
  const list = done.list ? `\u2068${done.list.name}\u2069` : t("activity.someList");
  return { icon, text: say({ done, count: items.length, title, list, t, rating }) };
}

function rated({ t, title, done: { details }, rating }: Told): string {
  const [before, now] = [points(details.before), points(details.rating)];
  if (now === null) return t("activity.unrated", { title });
  if (before === null) return t("activity.rated", { title, rating: rating(now) });
  return t("activity.ratedAgain", { title, before: rating(before), rating: rating(now) });
}

function episodes({ t, title, count, done: { details } }: Told): string {
  const [season, episode] = [text(details.season), text(details.episode)];
  return count > 1
    ? t("activity.episodes", { title, count, season })
    : t("activity.episode", { title, season, episode });
}

function removed({ t, title, count, done: { details } }: Told): string {
  const isFilm = details.season === undefined || details.season === null;
  return t(isFilm ? "activity.filmRemoved" : "activity.episodesRemoved", { title, count });
}

function moved({ t, title, list, done: { details } }: Told): string {
  return t("activity.listMoved", { title, list, place: Number(details.position) + 1 });
}

function imported({ t, done: { details } }: Told): string {
  const [count, file] = [Number(details.rows), text(details.file_name)];
  return file ? t("activity.imported", { count, file: `\u2068${file}\u2069` }) : t("activity.importedRows", { count });
}

/** Half points as points. */
function points(value: unknown): number | null {
  return typeof value === "number" ? value / 2 : null;
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
