import { useSignOut } from "@/features/me/useSignOut";
import { useTranslation } from "@/i18n/i18n";
import { toast } from "@/lib/toasts";

/** Signs out, and says so: the page below may look the same. */
export function useGoodbye(): () => Promise<void> {
  const { t } = useTranslation();
  const signOut = useSignOut();
  return async () => {
    await signOut();
    toast({ text: t("account.signedOut"), look: "good" });
  };
}
