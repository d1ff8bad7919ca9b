import { Suspense } from "react";
import type { TitleDetail } from "@/api/types";
import { Apart } from "@/components/atoms/Apart";
import { Later } from "@/components/atoms/Later";
import { useMe } from "@/features/me/queries";
import { OwnPlace } from "@/features/rows/OwnPlace";
import { BECAUSE, FOR_YOU } from "@/features/rows/own";
import { part } from "@/lib/part";

const OwnShelf = part("recommendations", () => import("./OwnShelf"));
const SimilarShelf = part("recommendations", () => import("./SimilarShelf"));

export const isRecommended = (row: string) => row === FOR_YOU || row === BECAUSE;

/** A row of Discover, for whoever is signed in and has liked something. `rows`: ids of all the rows they want. */
export function OwnRow({ id, rows }: { id: string; rows: readonly string[] }) {
  const me = useMe();
  if (me === null) return null;
  const place = <OwnPlace id={id} known={false} />;
  return me ? (
    <Apart>
      <Suspense fallback={place}>
        <OwnShelf id={id} rows={rows} />
      </Suspense>
    </Apart>
  ) : (
    place
  );
}

/** What is like a title, on its page; fetched when somebody comes near. */
export function Similar({ title }: { title: TitleDetail }) {
  return (
    <Later className="shelf-place">
      <Apart>
        <Suspense fallback={<div className="shelf-place" />}>
          <SimilarShelf title={title} />
        </Suspense>
      </Apart>
    </Later>
  );
}
