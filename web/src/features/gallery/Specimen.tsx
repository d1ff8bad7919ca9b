import type { ReactNode } from "react";

/** One part of the design language under its name in the code. */
export function Specimen({ name, wide = false, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <figure className={wide ? "col-span-full min-w-0" : "min-w-0"}>
      <figcaption className="mb-3 font-mono text-2xs text-muted">{name}</figcaption>
      {children}
    </figure>
  );
}

/** Parts of one kind. */
export function Cabinet({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-(--header) border-t border-line/70 pt-10">
      <h2 id={`${id}-title`} className="display mb-8 text-3xl">
        {title}
      </h2>
      <div className="grid items-start gap-x-10 gap-y-12 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
    </section>
  );
}
