import type { ReactNode } from "react";

/** Things under one another, each with what can be done with it. */
export function Rows({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-line/70 rounded-card border border-line bg-surface">{children}</ul>;
}

interface Props {
  icon?: ReactNode;
  title: ReactNode;
  detail?: ReactNode;
  /** Marks of its state, behind the title. */
  badges?: ReactNode;
  children?: ReactNode;
}

export function Row({ icon, title, detail, badges, children }: Props) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      {icon}
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-semibold wrap-anywhere">
          <bdi>{title}</bdi> {badges}
        </p>
        {detail && <p className="mt-0.5 text-2xs text-muted wrap-anywhere">{detail}</p>}
      </div>
      {children && <div className="-me-2 flex flex-wrap items-center">{children}</div>}
    </li>
  );
}
