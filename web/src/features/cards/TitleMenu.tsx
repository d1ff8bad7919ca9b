import { useRouter } from "@tanstack/react-router";
import { DropdownMenu } from "radix-ui";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { ENTRIES } from "./entries";
import { focusBack, type OverProps } from "./over";

/** All that can be done with a title, beside the button that was pressed. */
export default function TitleMenu({ title, from, close }: OverProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const [place] = useState(() => from.getBoundingClientRect());
  useEffect(() => router.subscribe("onBeforeNavigate", close), [router, close]);
  useEffect(() => {
    window.addEventListener("scroll", close, { passive: true, once: true }); // the button moves away from it
    return () => {
      window.removeEventListener("scroll", close);
    };
  }, [close]);
  return (
    <DropdownMenu.Root
      open
      modal={false}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          className="pointer-events-none fixed"
          style={{ top: place.top, left: place.left, width: place.width, height: place.height }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          loop
          align="end"
          collisionPadding={12}
          aria-label={t("opinion.more", { title: title.title })}
          onKeyDown={(event) => {
            // Radix gives Escape to what came last, and that may be a toast.
            if (event.key === "Escape" && !event.defaultPrevented) close();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault(); // Radix would give it to the place, not to what was pressed
            focusBack(from);
          }}
          className="z-50 w-60 animate-appear rounded-screen border border-line bg-raised p-1.5 text-ink shadow-float"
        >
          <p dir="auto" className="truncate px-3 pt-1.5 pb-2 text-2xs text-muted">
            {title.title}
          </p>
          {ENTRIES.map((Entry, index) => (
            <Entry key={index} title={title} from={from} />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
