import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { currentLocale } from "@/features/locale/locale";
import { followTheme } from "@/features/theme/theme";
import { speak } from "@/i18n/i18n";
import { createQueryClient } from "@/lib/queryClient";
import { createAppRouter } from "@/router";
import "@/styles/app.css";

followTheme();
await speak(currentLocale().language);

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
