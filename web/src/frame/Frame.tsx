import { lazy, Suspense, type ReactNode } from "react";
import { useTranslation } from "@/i18n/i18n";
import { ProofGate } from "@/features/auth/ProofGate";
import { Toasts } from "@/features/toasts/Toasts";
import { Apart } from "@/components/atoms/Apart";
import { BottomBar } from "./BottomBar";
import { Footer } from "./Footer";
import { Overlays } from "./Overlays";
import { SideNav } from "./SideNav";
import { TopBar } from "./TopBar";
import { useCardLinks } from "./useCardLinks";
import { useFocusOnArrival } from "./useFocusOnArrival";

// Fetched right after the page, while there still is somewhere to fetch it from.
const Banners = lazy(() => import("./Banners"));

/** What stays while pages change. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const main = useFocusOnArrival();
  useCardLinks();
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-full bg-accent px-5 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:start-3"
      >
        {t("app.skip")}
      </a>
      <div className="flex min-h-dvh">
        <SideNav />
        <div className="flex min-w-0 flex-1 flex-col pb-[calc(var(--bottom-bar)+env(safe-area-inset-bottom))] md:pb-0">
          <TopBar />
          <Apart>
            <Suspense>
              <Banners />
            </Suspense>
          </Apart>
          <main ref={main} id="main" tabIndex={-1} className="min-h-dvh">
            {children}
          </main>
          <Footer />
        </div>
      </div>
      <BottomBar />
      <ProofGate />
      <Overlays />
      <Toasts />
    </>
  );
}
