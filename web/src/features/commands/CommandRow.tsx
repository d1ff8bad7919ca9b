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
  command: Command;
  /** The group it stands in: the same command may stand in two. */
  place: string;
  choose: (command: Command) => void;
}

export function CommandRow({ command, place, choose }: CommandProps) {
  const { icon: Icon, id, label } = command;
  return (
    <Row
      value={`${place} ${id}`}
      choose={() => {
        choose(command);
      }}
    >
      <span className="flex w-8 shrink-0 justify-center text-muted">
        <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      </span>
      {label}
    </Row>
  );
}

interface HitProps {
  hit: Suggestion;
  place: string;
  choose: (hit: Suggestion) => void;
}

export function HitRow({ hit, place, choose }: HitProps) {
  const { t } = useTranslation();
  const { kind, id, name, year, image } = hit;
  return (
    <Row
      value={`${place} ${kind}:${id}`}
      choose={() => {
        choose(hit);
      }}
    >
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
