import { hashKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Problem } from "@/api/problem";
import { startAfresh } from "@/features/auth/queries";
import { meQuery } from "@/features/me/queries";
import { useTranslation } from "@/i18n/i18n";
import { onOtherOwner } from "@/lib/memory";
import { toast } from "@/lib/toasts";

/** Notices when the server knows this browser's person no more, and says it; and when another tab let somebody else in. */
export function useSessionEnd(): void {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  useEffect(() => {
    const { queryKey } = meQuery();
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== "updated") return;
      const { action, query } = event;
      const isMe = query.queryHash === hashKey(queryKey);
      if (isMe && action.type === "success" && action.data === null) toast({ text: t("account.sessionEnded") });
      if (!isMe && action.type === "error" && action.error instanceof Problem && action.error.status === 401)
        void queryClient.invalidateQueries({ queryKey });
    });
  }, [queryClient, t]);
  useEffect(() => onOtherOwner(() => void startAfresh(queryClient)), [queryClient]);
}
