import { lazy, Suspense, type ComponentProps } from "react";

const Lightbox = lazy(async () => ({ default: (await import("./Lightbox")).Lightbox }));

/** Fetched with the first picture that is opened. */
export function LazyLightbox(props: ComponentProps<typeof Lightbox>) {
  return (
    <Suspense fallback={null}>
      <Lightbox {...props} />
    </Suspense>
  );
}
