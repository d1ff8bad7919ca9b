import { lazy, Suspense } from "react";
import type { Me } from "@/api/types";
import { Apart } from "@/components/atoms/Apart";
import { useLive } from "@/features/live/useLive";
import { useProfileHere } from "@/features/me/useProfileHere";
import { useLiveNotifications } from "@/features/notifications/useLiveNotifications";
import { learn } from "@/i18n/i18n";
import { Bell } from "./Bell";
import { PersonMenu } from "./PersonMenu";
import { useSessionEnd } from "./useSessionEnd";

const Cards = lazy(async () => {
  const [cards] = await Promise.all([import("@/features/cards/Cards"), learn("library")]);
  return cards;
});

/** The end of the top bar for who is signed in. Fetched only for them. */
export default function PersonCorner({ me }: { me: Me }) {
  useProfileHere(me);
  useSessionEnd();
  useLiveNotifications();
  useLive();
  return (
    <>
      <Bell />
      <PersonMenu me={me} />
      <Apart>
        <Suspense>
          <Cards key={me.id} />
        </Suspense>
      </Apart>
    </>
  );
}
