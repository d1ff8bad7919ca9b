import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, body } from "@/api/client";
import type { Me, MeChange } from "@/api/types";
import { chooseLanguage, chooseRegion, languageChoice, regionChoice } from "@/features/locale/locale";
import { REGIONS } from "@/features/locale/regions";
import { chooseTheme, themeChoice } from "@/features/theme/theme";
import { LANGUAGES } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { meQuery } from "./queries";

/** Shows Matinee as the person who is signed in has it everywhere, and keeps with them what they choose here. */
export function useProfileHere(me: Me): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    apply(me);
    const keep = (change: MeChange) => {
      void body(api.PATCH("/api/v1/me", { body: change })).then((changed) => {
        queryClient.setQueryData(meQuery().queryKey, changed);
      });
    };
    const ends = [
      themeChoice.subscribe(() => {
        if (themeChoice.get() !== me.theme) keep({ theme: themeChoice.get() });
      }),
      languageChoice.subscribe(() => {
        if (languageChoice.get() !== me.language) keep({ language: languageChoice.get() });
      }),
      regionChoice.subscribe(() => {
        if (regionChoice.get() !== me.region) keep({ region: regionChoice.get() });
      }),
    ];
    return () => {
      ends.forEach((end) => {
        end();
      });
    };
  }, [me, queryClient]);
}

function apply({ theme, language, region }: Me): void {
  const spoken = choice(language, LANGUAGES);
  if (themeChoice.get() !== theme) chooseTheme(theme);
  if (spoken && languageChoice.get() !== spoken) void chooseLanguage(spoken);
  if (regionChoice.get() !== region && (region === "" || REGIONS.includes(region))) chooseRegion(region);
}
