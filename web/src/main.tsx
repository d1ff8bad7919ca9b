import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followLanguage } from "@/features/locale/locale";
import { followTheme } from "@/features/theme/theme";
import { createQueryClient } from "@/lib/queryClient";
import { createAppRouter, Failure } from "@/router";
import "@/styles/app.css";

const SHORT_WAIT = 500; // milliseconds
const AFTER_THE_FIRST_PAGE = 1500; // milliseconds

/**
 * Shows the first page. Until it can be shown whole, the empty frame of index.html stays: a skeleton between them would
 * only be made, laid out and thrown away. Where its answer takes long, that is worth it.
 */
async function show(place: HTMLElement): Promise<void> {
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  const shortWait = new Promise((resolve) => setTimeout(resolve, SHORT_WAIT));
  await Promise.all([followLanguage(), Promise.race([router.load(), shortWait])]);
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
  void Failure.preload?.();
  // The development server's files change all the time: nothing keeps those.
  if (import.meta.env.PROD && "serviceWorker" in navigator) {
    setTimeout(() => void import("@/lib/installing").then(({ install }) => install()), AFTER_THE_FIRST_PAGE);
  }
}

followTheme();
const place = document.getElementById("root");
if (!place) throw new Error("index.html has no element with the id root");
void show(place); // not awaited here: pages import this module, and would wait for its end
