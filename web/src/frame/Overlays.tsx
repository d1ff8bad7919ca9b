import { lazy, Suspense } from "react";
import { useOverlay } from "@/features/commands/overlay";
import { learn } from "@/i18n/i18n";
import { Apart } from "@/components/atoms/Apart";
import { useKeys } from "./useKeys";

const [Palette, Shortcuts] = [
  lazy(() => worded(import("./Palette"))),
  lazy(() => worded(import("@/features/commands/Shortcuts"))),
];

/** What lies over any page: the palette and the list of keys, each fetched when it is first called. */
export function Overlays() {
  const shown = useOverlay();
  useKeys();
  return (
    <Apart>
      <Suspense>
        {shown === "palette" && <Palette />}
        {shown === "shortcuts" && <Shortcuts />}
      </Suspense>
    </Apart>
  );
}

async function worded<T>(part: Promise<T>): Promise<T> {
  await learn("frame");
  return part;
}
