import { useQuery } from "@tanstack/react-query";
import { Ticket } from "lucide-react";
import { api, done } from "@/api/client";
import type { Invitation } from "@/api/types";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { Message } from "@/components/molecules/Message";
import { Badge } from "@/components/atoms/Badge";
import { Row, Rows } from "@/components/molecules/Rows";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useMoment } from "@/lib/useMoment";
import { InvitationDialog } from "./InvitationDialog";
import { invitationsQuery } from "./queries";
import { UsersFrame } from "./UsersFrame";

/** Invitations that are still out there. */
export function InvitationsPage() {
  const { t } = useTranslation();
  const invitations = useQuery(invitationsQuery());
  const invite = (
    <DialogButton look="solid" dialog={(close) => <InvitationDialog close={close} />}>
      <Ticket aria-hidden />
      {t("invitations.make")}
    </DialogButton>
  );
  return (
    <UsersFrame tab="invitations" action={invite}>
      <Loaded of={invitations}>
        {(list) =>
          list.length === 0 ? (
            <Message sign="0" title={t("invitations.none")} detail={t("invitations.noneHint")} />
          ) : (
            <Rows>
              {list.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </UsersFrame>
  );
}

function InvitationRow({ invitation: { id, role, email, usesLeft, expiresAt } }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const again = useAgain();
  const name = email || t("invitations.anybody");
  return (
    <Row
      icon={<Ticket aria-hidden className="size-5 text-muted" />}
      title={name}
      badges={<Badge>{t(`users.roles.${role}`)}</Badge>}
      detail={`${t("invitations.left", { count: usesLeft })} · ${t("tokens.expires", { when: moment(expiresAt) })}`}
    >
      <Deed
        look="bare"
        className="px-3"
        label={t("invitations.withdrawThis", { name })}
        deed={async () => {
          await done(api.DELETE("/api/v1/invitations/{invitation_id}", { params: { path: { invitation_id: id } } }));
          await again(invitationsQuery());
        }}
      >
        {t("invitations.withdraw")}
      </Deed>
    </Row>
  );
}
