import type { ReactNode } from "react";
import { Leader } from "@/components/atoms/Leader";

interface Props {
  /** One to three signs inside the countdown. */
  sign: string;
  title: string;
  detail: string;
  /** Of the heading: 1 where the message is the page. */
  level?: 1 | 2 | 3;
  /** What can be done about it. */
  children?: ReactNode;
}

/** In the place of a page or a list that has nothing to show: what is the matter, and what to do next. */
export function Message({ sign, title, detail, level = 1, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className="gutter mx-auto flex max-w-2xl flex-col items-center py-16 text-center">
      <Leader text={sign} />
      <Heading className="display mt-8 text-3xl">{title}</Heading>
      <p className="mt-3 max-w-prose text-muted">{detail}</p>
      {children && <div className="mt-7 flex flex-wrap items-center justify-center gap-3">{children}</div>}
    </div>
  );
}
