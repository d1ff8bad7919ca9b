import type { ReactNode } from "react";

interface Props {
  /** A path of this site. */
  to: string;
  className?: string;
  children: ReactNode;
}

/**
 * A link for things that are shown by the hundred. It is an ordinary one: the router's own would each work out its
 * address and follow every change of page, which is what a wall spent most of its time on. The frame answers the clicks
 * of all of them (useCardLinks).
 */
export function CardLink({ to, className, children }: Props) {
  return (
    <a href={to} data-card className={className}>
      {children}
    </a>
  );
}
