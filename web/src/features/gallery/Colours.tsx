import { useEffect, useRef, useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { contrast, pixel } from "./contrast";

const GROUNDS = ["ground", "surface", "raised", "line", "edge"] as const;
const INKS = ["ink", "muted", "faint", "accent", "accent-strong", "good", "warn", "bad"] as const;
const THEMES = ["dark", "light"] as const;

/** Every colour in both themes, side by side, and how well the words among them can be read. */
export function Colours() {
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {THEMES.map((theme) => (
        <div
          key={theme}
          className={`rounded-screen bg-ground p-5 text-ink ${theme === "dark" ? "[color-scheme:dark]" : "[color-scheme:light]"}`}
        >
          <ul className="mb-5 flex flex-wrap gap-3">
            {GROUNDS.map((name) => (
              <Swatch key={name} name={name} />
            ))}
          </ul>
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {INKS.map((name) => (
              <Ink key={name} name={name} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Swatch({ name }: { name: string }) {
  return (
    <li className="w-20">
      <span
        className="block h-14 rounded-card border border-line"
        style={{ backgroundColor: `var(--color-${name})` }}
      />
      <code className="mt-1.5 block text-2xs text-muted">{name}</code>
    </li>
  );
}

/** Says its own contrast against the ground that it stands on. */
function Ink({ name }: { name: string }) {
  const { t } = useTranslation();
  const { rating } = useFormats();
  const word = useRef<HTMLElement>(null);
  const [ratio, setRatio] = useState(0);
  useEffect(() => {
    if (!word.current) return;
    const ground = word.current.closest(".bg-ground") ?? document.body;
    const [ink, behind] = [getComputedStyle(word.current).color, getComputedStyle(ground).backgroundColor];
    setRatio(contrast(pixel(ink), pixel(behind)));
  }, []);
  return (
    <li className="flex items-baseline justify-between gap-4">
      <code ref={word} className="text-sm font-semibold" style={{ color: `var(--color-${name})` }}>
        {name}
      </code>
      <span className="text-2xs text-muted tabular-nums">{t("gallery.contrast", { ratio: rating(ratio) })}</span>
    </li>
  );
}
