import { useQuery } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { api, done } from "@/api/client";
import type { Session } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { Badge } from "@/components/atoms/Badge";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useMoment } from "@/lib/useMoment";
import { deviceName } from "./deviceName";
import { sessionsQuery } from "./queries";

/** Where somebody is signed in, to be ended from here. */
export function SessionSection() {
  const { t } = useTranslation();
  const again = useAgain();
  const sessions = useQuery(sessionsQuery());
  const endOthers = async () => {
    await done(api.DELETE("/api/v1/me/sessions"));
    await again(sessionsQuery());
  };
  return (
    <Section title={t("sessions.title")} hint={t("sessions.hint")}>
      <Loaded of={sessions}>
        {(list) => (
          <>
            <Rows>
              {list.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </Rows>
            {list.some(({ isCurrent }) => !isCurrent) && (
              <div className="mt-4">
                <Deed deed={endOthers}>{t("sessions.endOthers")}</Deed>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const again = useAgain();
  const { id, device, address, createdAt, lastSeenAt, isCurrent, kind } = session;
  const name = deviceName(device) || t("sessions.unknown");
  const Icon = kind === "app" || /Android|iPhone|Mobile/.test(device) ? Smartphone : Monitor;
  const seen = t("sessions.seen", { address, since: moment(createdAt), when: moment(lastSeenAt) });
  return (
    <Row
      icon={<Icon aria-hidden className="size-5 text-muted" />}
      title={name}
      badges={isCurrent && <Badge look="good">{t("sessions.this")}</Badge>}
      detail={seen}
    >
      {!isCurrent && (
        <Deed
          look="bare"
          className="px-3"
          label={t("sessions.endThis", { name })}
          deed={async () => {
            await done(api.DELETE("/api/v1/me/sessions/{session_id}", { params: { path: { session_id: id } } }));
            await again(sessionsQuery());
          }}
        >
          {t("sessions.end")}
        </Deed>
      )}
    </Row>
  );
}
