import { CommandItem } from "cmdk";
import type { ReactNode } from "react";
import type { Suggestion } from "@/api/types";
import { SuggestionWords } from "@/components/molecules/SuggestionWords";
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
      <span className="flex w-9 shrink-0 justify-center text-muted">
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

export function HitRow({ value, hit, choose }: HitProps) {
  return (
    <Row value={value} choose={choose}>
      <SuggestionWords suggestion={hit} />
    </Row>
  );
}
