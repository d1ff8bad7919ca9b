import type { ComponentType } from "react";
import { PlanEntry, WatchedEntry } from "@/features/history/entries";
import { DismissEntry, LoveEntry, NotesEntry, RateEntry } from "@/features/opinions/entries";
import { ListEntry } from "@/features/watchlists/entry";
import type { OverProps } from "./over";

/** What a title's menu offers, from top to bottom: each a row (MenuItem) of the feature that it belongs to. */
export const ENTRIES: readonly ComponentType<Omit<OverProps, "close">>[] = [
  WatchedEntry,
  PlanEntry,
  LoveEntry,
  RateEntry,
  ListEntry,
  NotesEntry,
  DismissEntry,
];
