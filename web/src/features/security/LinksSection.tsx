import { useQuery } from "@tanstack/react-query";
import { api, done } from "@/api/client";
import { Deed } from "@/components/form/Deed";
import { Loaded } from "@/components/organisms/Loaded";
import { Row, Rows } from "@/components/molecules/Rows";
import { Section } from "@/components/molecules/Section";
import { ProviderButtons } from "@/features/auth/ProviderButtons";
import { signInConfigQuery } from "@/features/auth/queries";
import { useTranslation } from "@/i18n/i18n";
import { useAgain } from "@/lib/useAgain";
import { linkedAccountsQuery } from "./queries";

const ADDRESS = "/api/v1/auth/browser/v1/account/providers";

/** Accounts elsewhere that one can sign in with. */
export function LinksSection() {
  const { t } = useTranslation();
  const again = useAgain();
  const links = useQuery(linkedAccountsQuery());
  const config = useQuery(signInConfigQuery());
  const providers = config.data?.socialaccount?.providers ?? [];
  if (providers.length === 0 && !links.data?.length) return null;
  const linked = new Set(links.data?.map(({ provider }) => provider.id));
  return (
    <Section title={t("links.title")} hint={t("links.hint")}>
      <Loaded of={links}>
        {(list) =>
          list.length > 0 && (
            <div className="mb-5">
              <Rows>
                {list.map(({ uid, display, provider }) => (
                  <Row key={`${provider.id} ${uid}`} title={provider.name} detail={display}>
                    <Deed
                      look="bare"
                      className="px-3"
                      label={t("links.unlinkThis", { name: provider.name })}
                      deed={async () => {
                        await done(api.DELETE(ADDRESS, { body: { provider: provider.id, account: uid } }));
                        await again(linkedAccountsQuery());
                      }}
                    >
                      {t("links.unlink")}
                    </Deed>
                  </Row>
                ))}
              </Rows>
            </div>
          )
        }
      </Loaded>
      <div className="flex flex-wrap gap-3">
        <ProviderButtons
          process="connect"
          next="/me/security"
          providers={providers.filter(({ id }) => !linked.has(id))}
        />
      </div>
    </Section>
  );
}
