import { TraktSection } from "@/features/trakt/TraktSection";
import { AccountPage } from "./AccountPage";

/** Accounts at services elsewhere that one's library is kept in step with. */
export function ServicesPage() {
  return (
    <AccountPage tab="services">
      <TraktSection />
    </AccountPage>
  );
}
