import { useId, type ReactNode } from "react";

interface Props {
  title: string;
  /** What an address may lead to, behind its #. */
  id?: string;
  hint?: ReactNode;
  children: ReactNode;
}

/** A part of a page of settings: what it is about beside what can be done. */
export function Section({ title, id, hint, children }: Props) {
  const heading = useId();
  return (
    <section
      id={id}
      aria-labelledby={heading}
      className="grid scroll-mt-(--header) gap-x-12 gap-y-5 border-t border-line/70 py-8 first-of-type:border-t-0 first-of-type:pt-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={heading} className="display text-heading">
          {title}
        </h2>
        {hint && <p className="mt-1.5 text-sm text-muted">{hint}</p>}
      </div>
      <div className="max-w-2xl min-w-0">{children}</div>
    </section>
  );
}
