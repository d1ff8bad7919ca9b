import { createFileRoute } from "@tanstack/react-router";
import { administrator } from "@/features/me/queries";
import { accountSettingsQuery } from "@/features/users/queries";
import { RulesPage } from "@/features/users/RulesPage";

export const Route = createFileRoute("/_account/users/rules")({
  beforeLoad: administrator,
  loader: ({ context: { queryClient } }) => queryClient.query({ ...accountSettingsQuery(), staleTime: "static" }),
  component: RulesPage,
});
