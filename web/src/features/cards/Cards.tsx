import { Suspense, useCallback, useEffect, useSyncExternalStore } from "react";
import { Apart } from "@/components/atoms/Apart";
import { useLiveLibrary } from "@/features/live/useLiveLibrary";
import { keepAsking } from "@/features/opinions/marks";
import { forget } from "@/features/opinions/store";
import { fetchToasts } from "@/features/toasts/Toasts";
import { layOnCards, type Carded } from "@/lib/cardCorner";
import { CardButtons, fetchMenu } from "./CardButtons";
import { currentOver, focusBack, showOver } from "./over";
import { useCardKeys } from "./useCardKeys";

const buttons = (title: Carded) => <CardButtons title={title} />;

/** What somebody who is signed in has on every card: their own marks, two buttons, a menu, and keys for them. */
export default function Cards() {
  useCardKeys();
  useLiveLibrary();
  useEffect(() => {
    const end = keepAsking();
    layOnCards(buttons);
    return () => {
      layOnCards(null);
      end();
      forget();
      showOver(null);
    };
  }, []);
  useEffect(() => {
    // While there still is somewhere to fetch them from; what they cannot fetch now, they try again when they are called.
    void Promise.allSettled([fetchToasts(), fetchMenu()]);
  }, []);
  const over = useSyncExternalStore(currentOver.subscribe, currentOver.get);
  const close = useCallback(() => {
    if (!over || currentOver.get() !== over) return; // what was chosen in a menu is in its place already
    showOver(null);
    requestAnimationFrame(() => {
      focusBack(over.from); // a dialog knows only of the menu that it came from
    });
  }, [over]);
  if (!over) return null;
  return (
    <Apart>
      <Suspense>
        <over.Shown title={over.title} from={over.from} close={close} />
      </Suspense>
    </Apart>
  );
}
