import { useEffect, useRef } from "react";

const [WIDE, HIGH] = [40, 24]; // dots
const FADING = 7; // of them, at each edge

/**
 * The light that a bright screen throws on the wall around it: the picture in a few dots, which the browser draws large
 * and soft. A filter would blur the whole width anew with every change of colours, which took it a tenth of a second.
 */
export function Spill({ picture, className }: { picture: string; className?: string }) {
  const wall = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const image = new Image();
    const shine = () => {
      if (wall.current) throwLight(image, wall.current);
    };
    image.addEventListener("load", shine, { once: true });
    image.src = picture;
    return () => {
      image.removeEventListener("load", shine);
    };
  }, [picture]);
  return <canvas ref={wall} aria-hidden width={WIDE} height={HIGH} className={className} />;
}

/** Draws the picture several times, each a dot further in and a little stronger: so its edges fade. */
function throwLight(image: HTMLImageElement, wall: HTMLCanvasElement): void {
  const pen = wall.getContext("2d");
  if (!pen) return;
  pen.clearRect(0, 0, WIDE, HIGH);
  pen.imageSmoothingQuality = "high";
  for (let inset = 1; inset <= FADING; inset++) {
    pen.globalAlpha = 1 / (FADING + 1 - inset) ** 1.5; // of what is left, so that the last one is whole
    pen.save();
    pen.beginPath();
    pen.rect(inset, inset, WIDE - 2 * inset, HIGH - 2 * inset);
    pen.clip();
    pen.drawImage(image, 0, 0, WIDE, HIGH);
    pen.restore();
  }
}
