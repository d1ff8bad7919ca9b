import { createFileRoute } from "@tanstack/react-router";
import { ProfilePage } from "@/features/me/ProfilePage";
import { person, useMe } from "@/features/me/queries";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/me/")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("home"),
  component: Profile,
});

function Profile() {
  const me = useMe();
  return me && <ProfilePage me={me} />;
}
