import type { ReactNode } from "react";
import { Leader } from "@/components/atoms/Leader";

interface Props {
  /** One to three signs inside the countdown. */
  sign: string;
  title: string;
  detail: string;
  /** What can be done about it. */
  children?: ReactNode;
}

/** In the place of a page or a list that has nothing to show: what is the matter, and what to do next. */
export function Message({ sign, title, detail, children }: Props) {
  return (
    <div className="gutter mx-auto flex max-w-2xl flex-col items-center py-16 text-center">
      <Leader text={sign} />
      <h1 className="display mt-8 text-3xl">{title}</h1>
      <p className="mt-3 max-w-prose text-muted">{detail}</p>
      {children && <div className="mt-7 flex flex-wrap items-center justify-center gap-3">{children}</div>}
    </div>
  );
}
