import { api, done } from "@/api/client";
import { useTranslation } from "@/i18n/i18n";
import { toast } from "@/lib/toasts";
import { useOptimistic } from "@/lib/useOptimistic";
import { allMarked, marked, without } from "./changes";
import { hide, unhide } from "./hidden";
import { notificationsQuery, type Notification, type Pages } from "./queries";

const read = (ids: number[]) => done(api.POST("/api/v1/notifications/read", { body: { ids } }));
const unread = (ids: number[]) => done(api.POST("/api/v1/notifications/unread", { body: { ids } }));

/** What can be done with notifications; all of it shows at once. */
export function useNotificationDeeds() {
  const { t } = useTranslation();
  const act = useOptimistic<Pages>(notificationsQuery().queryKey);
  const now = () => new Date().toISOString();

  const mark = ({ id, readAt }: Notification) => {
    if (readAt === null) act({ change: marked([id], now()), call: () => read([id]) });
    else act({ change: marked([id], null), call: () => unread([id]) });
  };

  const markAll = (items: readonly Notification[]) => {
    const [newest] = items;
    if (!newest) return;
    const ids = items.flatMap(({ id, readAt }) => (readAt === null ? [id] : []));
    act({
      change: allMarked(now()),
      call: () => done(api.POST("/api/v1/notifications/read", { body: { upTo: newest.id } })),
      said: t("bell.allRead"),
      undo: ids.length > 0 ? { change: marked(ids, null), call: () => unread(ids) } : undefined,
    });
  };

  // The server forgets what a dismissed one said, so it hears of it when there is no way back any more.
  const dismiss = ({ id }: Notification) => {
    hide(id);
    const call = async () => {
      try {
        await done(
          api.DELETE("/api/v1/notifications/{notification_id}", { params: { path: { notification_id: id } } }),
        );
      } catch (failure) {
        unhide(id);
        throw failure;
      }
    };
    toast({
      text: t("bell.dismissed"),
      undo: () => {
        unhide(id);
      },
      over: () => {
        act({ change: without(new Set([id])), call });
      },
    });
  };
  return { mark, markAll, dismiss };
}
