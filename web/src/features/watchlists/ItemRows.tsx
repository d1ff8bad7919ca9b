import { ItemLine } from "./ItemLine";
import type { Placed } from "./order";

interface Props {
  items: Pick<Placed, "title" | "note">[];
}

/** The titles of a list for those who only look. */
export function ItemRows({ items }: Props) {
  return (
    <ol className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-surface">
      {items.map((item, index) => (
        <li key={item.title.id} className="flex items-start gap-3 px-3 py-3 sm:px-4">
          <ItemLine item={item} place={index + 1} />
        </li>
      ))}
    </ol>
  );
}
