import type { Me } from "@/api/types";
import { AccountPage } from "@/features/me/AccountPage";
import { AppSection } from "./AppSection";
import { EmailSection } from "./EmailSection";
import { LinksSection } from "./LinksSection";
import { PasskeySection } from "./PasskeySection";
import { PasswordSection } from "./PasswordSection";
import { PhoneSection } from "./PhoneSection";
import { RecoverySection } from "./RecoverySection";
import { SessionSection } from "./SessionSection";
import { TokenSection } from "./TokenSection";

/** How somebody signs in, where they are signed in, and what else may act for them. */
export function SecurityPage({ me }: { me: Me }) {
  return (
    <AccountPage tab="security">
      <PasswordSection me={me} />
      <EmailSection />
      <PhoneSection />
      <AppSection />
      <PasskeySection />
      <RecoverySection />
      <LinksSection />
      <SessionSection />
      <TokenSection />
    </AccountPage>
  );
}
