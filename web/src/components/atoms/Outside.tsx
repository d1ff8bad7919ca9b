import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  href: string;
  className?: string;
  children: ReactNode;
}

/** A link out of the house: a new tab, said to a screen reader, and nothing told to the other side. */
export function Outside({ href, className, children }: Props) {
  const { t } = useTranslation();
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={className}>
      {children}
      <span className="sr-only"> ({t("link.newTab")})</span>
    </a>
  );
}
