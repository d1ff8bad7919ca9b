import { createFileRoute } from "@tanstack/react-router";
import { person } from "@/features/me/queries";
import { HistoryPage } from "@/features/history/HistoryPage";
import { learn } from "@/i18n/i18n";

export const Route = createFileRoute("/_account/history")({
  beforeLoad: async (asked) => {
    await person(asked);
  },
  loader: () => learn("history"),
  component: HistoryPage,
});
