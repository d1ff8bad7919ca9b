import type { ReactNode } from "react";

interface Ranked {
  id: string;
  name: ReactNode;
  /** In words, at the end of the line. */
  told: string;
  value: number;
}

/** The most of something first, each with a line as long as there is much of it. */
export function RankedBars({ items }: { items: Ranked[] }) {
  const most = Math.max(...items.map(({ value }) => value));
  return (
    <ol className="space-y-3">
      {items.map(({ id, name, told, value }) => (
        <li key={id}>
          <p className="flex items-baseline justify-between gap-4 text-sm">
            <bdi className="min-w-0 truncate">{name}</bdi>
            <span className="shrink-0 text-2xs text-muted">{told}</span>
          </p>
          {/* As broad as its share: so it begins at the right side in both directions. */}
          <svg aria-hidden width={`${(100 * value) / most}%`} height="5" className="mt-1.5 block">
            <rect width="100%" height="100%" rx="2.5" className="fill-accent/70" />
          </svg>
        </li>
      ))}
    </ol>
  );
}
