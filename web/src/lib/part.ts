import { lazy, type ComponentType } from "react";
import { learn, type Chapter } from "@/i18n/i18n";

/** A part of a page that comes after the page itself, with its words. */
export function part<Props>(chapter: Chapter, load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [loaded] = await Promise.all([load(), learn(chapter)]);
    return loaded;
  });
}
