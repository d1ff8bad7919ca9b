import { lazy, Suspense } from "react";
import { Apart } from "@/components/atoms/Apart";
import { Later } from "@/components/atoms/Later";
import { learn } from "@/i18n/i18n";
import type { Reviewed } from "./queries";

const ReviewsSection = lazy(async () => {
  const [section] = await Promise.all([import("./ReviewsSection"), learn("account"), learn("lists")]);
  return section;
});

/** Fetched when somebody comes near; the page around stands without it. */
export function Reviews({ title }: { title: Reviewed }) {
  return (
    <Later className="h-24">
      <Apart>
        <Suspense fallback={<div className="h-24" />}>
          <ReviewsSection title={title} />
        </Suspense>
      </Apart>
    </Later>
  );
}
