import type { Place } from "@/lib/elsewhere";
import { Outside } from "@/components/atoms/Outside";

/** Links to other sites, side by side. */
export function Places({ places }: { places: Place[] }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {places.map(({ name, href }) => (
        <Outside
          key={href}
          href={href}
          className="inline-flex min-h-6 items-center underline underline-offset-4 hover:text-accent"
        >
          {name}
        </Outside>
      ))}
    </span>
  );
}
