import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, body } from "@/api/client";
import { Problem } from "@/api/problem";
import type { Me } from "@/api/types";
import { chooseLanguage, chooseRegion, languageChoice, regionChoice } from "@/features/locale/locale";
import { REGIONS } from "@/features/locale/regions";
import { chooseTheme, themeChoice } from "@/features/theme/theme";
import { LANGUAGES } from "@/i18n/i18n";
import { choice } from "@/lib/search";
import { storedText } from "@/lib/stored";
import { meQuery } from "./queries";

const CHOICES = [themeChoice, languageChoice, regionChoice];

/** Whose choices of this browser have not reached the server: without a connection, or left before it answered. */
const unkept = storedText("matinee.unkept");

/** When choices were last set as the server has them, in milliseconds: nobody chose those here. */
let applied = 0;

/** Shows Matinee as the person who is signed in has it everywhere, and keeps with them what they choose here. */
export function useProfileHere(me: Me): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const { dataUpdatedAt = 0 } = queryClient.getQueryState(meQuery().queryKey) ?? {};
    // What was chosen while the page was still coming up is newer than what the server said.
    const known = Math.max(dataUpdatedAt, applied);
    const newer = CHOICES.some((chosen) => chosen.setAt() > known) && !agree(me, here(me));
    if (newer || unkept.get() === me.id) void keep(me, queryClient);
    else apply(me);
    const ends = CHOICES.map((chosen) =>
      chosen.subscribe(() => {
        if (!agree(me, here(me))) void keep(me, queryClient);
      }),
    );
    return () => {
      ends.forEach((end) => {
        end();
      });
    };
  }, [me, queryClient]);
}

type Looks = Pick<Me, "theme" | "language" | "region">;

/** What is chosen in this browser; a language that nobody chose here stays as it is. */
function here(me: Me): Looks {
  return {
    theme: themeChoice.get(),
    language: languageChoice.get() || me.language,
    region: regionChoice.get(),
  };
}

function agree(one: Looks, other: Looks): boolean {
  return one.theme === other.theme && one.language === other.language && one.region === other.region;
}

async function keep(me: Me, queryClient: QueryClient): Promise<void> {
  unkept.set(me.id);
  const sent = here(me);
  try {
    const changed = await body(api.PATCH("/api/v1/me", { body: sent }));
    if (!agree(sent, here(me))) return; // something else was chosen since, and is on its way
    const { queryKey } = meQuery();
    await queryClient.cancelQueries({ queryKey }); // what was asked before would bring the old ones back
    unkept.set("");
    queryClient.setQueryData(queryKey, changed);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (!problem.passing) unkept.set(""); // it would be refused again
  }
}

function apply({ theme, language, region }: Looks): void {
  const spoken = choice(language, LANGUAGES);
  if (themeChoice.get() !== theme) chooseTheme(theme);
  if (spoken && languageChoice.get() !== spoken) void chooseLanguage(spoken);
  if (regionChoice.get() !== region && (region === "" || REGIONS.includes(region))) chooseRegion(region);
  applied = Date.now();
}
