import { queryOptions } from "@tanstack/react-query";
import { imageSource } from "@/lib/images";
import { dominant, type Tint } from "./dominant";
import { readTint } from "./readTint";
import { tabStorage } from "@/lib/storage";

const WIDTH = 32; // pixels that are looked at side by side: enough for a colour
const HEIGHT = 48;
const MEMORY = "matinee.tint.";

/** The colour of a poster by its image's name; one seen in this tab before is known at once. */
export function tintQuery(poster: string) {
  return queryOptions({
    queryKey: ["tint", poster],
    queryFn: () => look(poster),
    initialData: () => remembered(poster),
    staleTime: Infinity,
    retry: false,
  });
}

async function look(poster: string): Promise<Tint | null> {
  const image = new Image();
  image.src = imageSource("poster", poster).srcSet.split(" ")[0] ?? "";
  await image.decode();
  await idle();
  const tint = dominant(pixelsOf(image));
  tabStorage.setItem(MEMORY + poster, JSON.stringify(tint));
  return tint;
}

function remembered(poster: string): Tint | null | undefined {
  return readTint(tabStorage.getItem(MEMORY + poster));
}

/** Until the browser has nothing better to do; Safari has no way to ask. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window)
      requestIdleCallback(
        () => {
          resolve();
        },
        { timeout: 1000 },
      );
    else setTimeout(resolve, 50);
  });
}

function pixelsOf(image: HTMLImageElement): Uint8ClampedArray {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return new Uint8ClampedArray(); // a browser that was told to draw nothing
  context.drawImage(image, 0, 0, WIDTH, HEIGHT);
  return context.getImageData(0, 0, WIDTH, HEIGHT).data;
}
