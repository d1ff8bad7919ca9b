import { createFileRoute } from "@tanstack/react-router";
import { person } from "@/features/me/queries";
import { ServicesPage } from "@/features/me/ServicesPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/me/services")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("trakt"),
  component: ServicesPage,
});
