import { CommandItem } from "cmdk";
import type { ReactNode } from "react";
import type { Suggestion } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { useTranslation } from "@/i18n/i18n";
import type { Command } from "./commands";

interface RowProps {
  value: string;
  choose: () => void;
  children: ReactNode;
}

function Row({ value, choose, children }: RowProps) {
  return (
    <CommandItem
      value={value}
      onSelect={choose}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-3 py-1.5 text-sm data-[selected=true]:bg-ink/9"
    >
      {children}
    </CommandItem>
  );
}

interface CommandProps {
  value: string;
  command: Command;
  choose: () => void;
}

export function CommandRow({ value, command: { icon: Icon, label }, choose }: CommandProps) {
  return (
    <Row value={value} choose={choose}>
      <span className="flex w-8 shrink-0 justify-center text-muted">
        <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      </span>
      {label}
    </Row>
  );
}

interface HitProps {
  value: string;
  hit: Suggestion;
  choose: () => void;
}

export function HitRow({ value, hit: { kind, name, year, image }, choose }: HitProps) {
  const { t } = useTranslation();
  return (
    <Row value={value} choose={choose}>
      <Poster
        kind={kind === "person" ? "profile" : "poster"}
        name={image}
        title=""
        sizes="32px"
        className="w-8 shrink-0"
      />
      <span className="min-w-0">
        <span className="block truncate font-semibold">{name}</span>
        <span className="block text-2xs text-muted">
          {t(`kind.${kind}`)}
          {year !== null && ` · ${year}`}
        </span>
      </span>
    </Row>
  );
}
