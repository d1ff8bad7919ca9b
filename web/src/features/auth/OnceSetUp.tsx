import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { setupQuery } from "./queries";
import { NoSetupPage } from "./SetupPage";

/** A way in; as long as nobody runs this house, what is to be done first. */
export function OnceSetUp({ children }: { children: ReactNode }) {
  const { data: setup } = useSuspenseQuery(setupQuery());
  return setup.needed ? <NoSetupPage needed /> : children;
}
