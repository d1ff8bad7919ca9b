import { createFileRoute } from "@tanstack/react-router";
import { ProfilePage } from "@/features/me/ProfilePage";
import { person, useMe } from "@/features/me/queries";

export const Route = createFileRoute("/_account/me/")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  component: Profile,
});

function Profile() {
  const me = useMe();
  return me && <ProfilePage me={me} />;
}
