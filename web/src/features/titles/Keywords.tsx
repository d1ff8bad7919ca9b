import { Link } from "@tanstack/react-router";
import type { TitleKind } from "@/api/types";

const SHOWN = 8;

export function Keywords({ kind, words }: { kind: TitleKind; words: string[] }) {
  return words.slice(0, SHOWN).map((keyword, index) => (
    <span key={keyword}>
      {index > 0 && ", "}
      <Link
        to={kind === "movie" ? "/movies" : "/tv"}
        search={{ keyword }}
        className="underline-offset-4 hover:text-accent hover:underline"
      >
        {keyword}
      </Link>
    </span>
  ));
}
