import { LogIn } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { csrfToken } from "@/api/csrf";
import type { LoginProvider } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  providers: LoginProvider[];
  next: string | undefined;
  /** Whether a link is added to the account, where else it is signed in with. */
  process?: "login" | "connect";
}

/** One button for each provider of identities. The browser goes there, so it is a form of its own, not a call. */
export function ProviderButtons({ providers, next, process = "login" }: Props) {
  const { t } = useTranslation();
  const token = useQuery({ queryKey: ["csrf-token"], queryFn: csrfToken, enabled: providers.length > 0, staleTime: 0 });
  const back = `/sign-in/finish?${new URLSearchParams({ ...(next && { next }) }).toString()}`;
  return providers
    .filter(({ flows }) => flows.includes("provider_redirect"))
    .map(({ id, name }) => (
      <form key={id} method="post" action="/api/v1/auth/browser/v1/auth/provider/redirect">
        <input type="hidden" name="provider" value={id} />
        <input type="hidden" name="process" value={process} />
        <input type="hidden" name="callback_url" value={back} />
        <input type="hidden" name="csrfmiddlewaretoken" value={token.data ?? ""} />
        <button type="submit" disabled={!token.data} className={buttonStyle("soft", "w-full")}>
          <LogIn aria-hidden />
          {t(process === "login" ? "signIn.with" : "links.link", { name })}
        </button>
      </form>
    ));
}
