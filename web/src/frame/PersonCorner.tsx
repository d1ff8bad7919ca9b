import type { Me } from "@/api/types";
import { useProfileHere } from "@/features/me/useProfileHere";
import { Bell } from "./Bell";
import { PersonMenu } from "./PersonMenu";
import { useSessionEnd } from "./useSessionEnd";

/** The end of the top bar for who is signed in. Fetched only for them. */
export default function PersonCorner({ me }: { me: Me }) {
  useProfileHere(me);
  useSessionEnd();
  return (
    <>
      <Bell />
      <PersonMenu me={me} />
    </>
  );
}
