import type { ReactNode } from "react";

export interface Fact {
  name: string;
  value: ReactNode;
}

/** Names and values, one under the other; a fact without a value is left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 text-sm md:grid-cols-1">
      {facts
        .filter(({ value }) => Boolean(value))
        .map(({ name, value }) => (
          <div key={name}>
            <dt className="text-2xs text-muted">{name}</dt>
            <dd dir="auto" className="mt-0.5 wrap-anywhere">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
