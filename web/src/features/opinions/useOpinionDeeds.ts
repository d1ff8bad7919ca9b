import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "@/i18n/i18n";
import type { Carded } from "@/lib/cardCorner";
import { formats } from "@/lib/format";
import { toast } from "@/lib/toasts";
import { reasonOf } from "@/lib/useOptimistic";
import { OPINIONS } from "./queries";
import { opinionOf, type Change } from "./store";
import { think } from "./think";

/** What can be thought of titles; all of it shows at once, is said, and can be undone. */
export function useOpinionDeeds() {
  const { t, language } = useTranslation();
  const queryClient = useQueryClient();

  const send = async (title: Carded, change: Change): Promise<boolean> => {
    try {
      await think(title, change);
      // The lists that are on the screen know of it by themselves, and keep their place.
      await queryClient.invalidateQueries({ queryKey: OPINIONS, refetchType: "none" });
      return true;
    } catch (error) {
      toast({ text: reasonOf(error, t), look: "bad" });
      return false;
    }
  };

  const say = async (title: Carded, change: Change, text: string) => {
    const now = opinionOf(title.id);
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, now[name as keyof Change]])) as Change;
    if (await send(title, change)) toast({ text, look: "good", about: "opinion", undo: () => send(title, before) });
  };

  return {
    love: (title: Carded, favorite: boolean) =>
      say(title, { favorite }, t(favorite ? "opinion.loved" : "opinion.unloved", { title: title.title })),
    rate: (title: Carded, rating: number | null) =>
      say(
        title,
        { rating },
        rating === null
          ? t("opinion.unrated", { title: title.title })
          : t("opinion.rated", { title: title.title, rating: formats(language).number(rating) }),
      ),
    dismiss: (title: Carded, dismissed: boolean) =>
      say(title, { dismissed }, t(dismissed ? "opinion.dismissed" : "opinion.undismissed", { title: title.title })),
    write: (title: Carded, notes: string) => say(title, { notes }, t("opinion.notesKept", { title: title.title })),
  };
}
