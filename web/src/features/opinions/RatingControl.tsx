import { X } from "lucide-react";
import { useState, type CSSProperties, type PointerEvent } from "react";
import { iconButtonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";
import { cx } from "@/lib/cx";
import { useFormats } from "@/lib/format";
import { HIGHEST, ratingAt } from "./rating";
import { useDraft } from "./useDraft";

interface Props {
  /** 0-10 in halves; null: none. */
  value: number | null;
  rate: (rating: number | null) => void;
  /** What is rated, for screen readers. */
  label: string;
  className?: string;
}

const STARS = "★".repeat(HIGHEST);

/**
 * Ten stars with halves: pressed or drawn along with a pointer, and a slider for the keyboard, where Delete takes the
 * rating away. The slider is the browser's own and lies unseen on the stars, so that every screen reader can move it.
 */
export function RatingControl({ value, rate, label, className }: Props) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [pointed, setPointed] = useState<number | null>(null);
  const { draft, show, tryOut, give } = useDraft((rating) => {
    if (rating !== value) rate(rating);
  });
  const chosen = draft === undefined ? value : draft;
  const shown = pointed ?? chosen;
  const drawing = (event: PointerEvent<HTMLElement>) => event.buttons > 0;
  return (
    <div className={cx("flex items-center gap-2", className)}>
      <div
        className="relative flex h-11 cursor-pointer touch-pan-y items-center rounded-card has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setPointed(pointedAt(event));
        }}
        onPointerMove={(event) => {
          if (event.pointerType === "mouse" || drawing(event)) setPointed(pointedAt(event));
        }}
        onPointerUp={(event) => {
          give(pointedAt(event));
          if (event.pointerType !== "mouse") setPointed(null);
        }}
        onPointerLeave={() => {
          setPointed(null);
        }}
        onPointerCancel={() => {
          setPointed(null); // the page is being scrolled
        }}
      >
        <span aria-hidden className="stars" style={{ "--filled": `${(shown ?? 0) * 10}%` } as CSSProperties}>
          {STARS}
        </span>
        <input
          type="range"
          min={0}
          max={HIGHEST}
          step={0.5}
          value={chosen ?? 0}
          aria-label={label}
          aria-valuetext={chosen === null ? t("opinion.noRating") : t("opinion.ofTen", { rating: number(chosen) })}
          className="pointer-events-none absolute inset-0 size-full opacity-0"
          onChange={(event) => {
            tryOut(event.target.valueAsNumber);
          }}
          onKeyDown={({ key }) => {
            if (key === "Delete" || key === "Backspace") give(null);
            if (key === "Home" && chosen === null) tryOut(0); // the slider is there already, and would say nothing
            if (key === "Escape") show(undefined);
          }}
          onBlur={() => {
            if (draft !== undefined) give(draft);
          }}
        />
      </div>
      <output aria-hidden className="min-w-7 text-center font-semibold tabular-nums">
        {shown === null ? "" : number(shown)}
      </output>
      {value !== null && (
        <button
          type="button"
          className={iconButtonStyle("-ms-2")}
          aria-label={t("opinion.clearRating")}
          onClick={() => {
            give(null);
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </div>
  );
}

function pointedAt({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  const { left, right, width } = currentTarget.getBoundingClientRect();
  const leftwards = getComputedStyle(currentTarget).direction === "rtl";
  return ratingAt(leftwards ? right - clientX : clientX - left, width);
}
