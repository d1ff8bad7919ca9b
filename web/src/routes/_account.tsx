import { createFileRoute, Outlet } from "@tanstack/react-router";
import { learn } from "@/i18n/i18n";

/** What all pages of accounts share: their words. It adds nothing to their addresses. */
export const Route = createFileRoute("/_account")({ loader: () => learn("account"), component: Outlet });
