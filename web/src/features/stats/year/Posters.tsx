import { useId } from "react";
import type { TitleCard } from "@/api/types";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";
import { titlePath } from "@/lib/addresses";

const SHOWN = 6;
const SIZES = "(min-width: 40rem) 15vw, 30vw";

interface Props {
  name: string;
  items: { title: TitleCard; note: string }[];
}

/** A handful of posters that stay side by side, on paper, too; nothing without any. */
export function Posters({ name, items }: Props) {
  const heading = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="print:break-inside-avoid">
      <h2 id={heading} className="display text-heading">
        {name}
      </h2>
      <ol className="mt-5 grid grid-cols-3 gap-x-3 gap-y-6 sm:grid-cols-6 sm:gap-x-5">
        {items.slice(0, SHOWN).map(({ title, note }) => (
          <li key={title.id}>
            <CardLink to={titlePath(title)} className="group block outline-offset-4">
              <Poster name={title.poster} title={title.title} sizes={SIZES} eager />
              <span
                dir="auto"
                className="mt-2.5 line-clamp-2 text-sm leading-snug font-semibold group-hover:text-accent"
              >
                {title.title}
              </span>
              <span className="mt-0.5 block text-2xs text-muted">{note}</span>
            </CardLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
