import { Picture } from "@/components/atoms/Picture";
import type { Me } from "@/api/types";
import { cx } from "@/lib/cx";

interface Props {
  person: Pick<Me, "displayName" | "username" | "picture">;
  className: string;
}

/** Somebody's picture in a circle, or their initials. */
export function Avatar({ person, className }: Props) {
  return (
    <Picture
      kind="profile"
      name={person.picture}
      alt=""
      sizes="6rem"
      eager
      className={cx("shrink-0 rounded-full", className)}
      fallback={
        <span
          aria-hidden
          className={cx(
            "display inline-flex shrink-0 items-center justify-center rounded-full bg-accent text-on-accent",
            className,
          )}
        >
          {initials(person.displayName || person.username)}
        </span>
      }
    />
  );
}

/** The first letters of the first and the last word. */
export function initials(name: string): string {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => Array.from(word ?? "")[0] ?? "");
  return letters.join("").toLocaleUpperCase() || "?";
}
