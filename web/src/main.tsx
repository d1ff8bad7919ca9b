import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { followLanguage } from "@/features/locale/locale";
import { followTheme } from "@/features/theme/theme";
import { createQueryClient } from "@/lib/queryClient";
import { createAppRouter } from "@/router";
import "@/styles/app.css";

followTheme();
await followLanguage();

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no element with the id root");
const queryClient = createQueryClient();
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createAppRouter(queryClient)} />
    </QueryClientProvider>
  </StrictMode>,
);

// After the first page has what it needs. The development server's files change all the time: nothing keeps those.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  window.addEventListener("load", () => void import("@/lib/installing").then(({ install }) => install()));
}
