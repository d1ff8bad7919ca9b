import { useQuery } from "@tanstack/react-query";
import { KeySquare } from "lucide-react";
import { api, done } from "@/api/client";
import type { Token } from "@/api/types";
import { Deed } from "@/components/form/Deed";
import { LoadedRows } from "@/components/organisms/LoadedRows";
import { Badge } from "@/components/atoms/Badge";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Row } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { useMoment } from "@/lib/useMoment";
import { tokensQuery } from "./queries";
import { TokenDialog } from "./TokenDialog";

/** Keys for scripts and other programs. */
export function TokenSection() {
  const { t } = useTranslation();
  const tokens = useQuery(tokensQuery());
  return (
    <Section title={t("tokens.title")} hint={t("tokens.hint")}>
      <LoadedRows of={tokens}>{(token) => <TokenRow key={token.id} token={token} />}</LoadedRows>
      <DialogButton dialog={(close) => <TokenDialog close={close} />}>
        <KeySquare aria-hidden />
        {t("tokens.make")}
      </DialogButton>
    </Section>
  );
}

function TokenRow({ token: { id, name, scopes, expiresAt, lastUsedAt } }: { token: Token }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const again = useAgain();
  const used = lastUsedAt ? t("rows.used", { when: moment(lastUsedAt) }) : t("rows.neverUsed");
  const ends = expiresAt ? t("tokens.expires", { when: moment(expiresAt) }) : t("tokens.neverExpires");
  return (
    <Row
      title={name}
      badges={scopes.map((scope) => (
        <Badge key={scope}>{t(`tokens.scopes.${scope}`)}</Badge>
      ))}
      detail={`${used} · ${ends}`}
    >
      <Deed
        look="bare"
        className="px-3"
        label={t("tokens.revokeThis", { name })}
        deed={async () => {
          await done(api.DELETE("/api/v1/me/tokens/{token_id}", { params: { path: { token_id: id } } }));
          await again(tokensQuery());
        }}
      >
        {t("tokens.revoke")}
      </Deed>
    </Row>
  );
}
