import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";

const SHORT = 600; // characters

/** A life in paragraphs; a long one is folded. */
export function Biography({ text }: { text: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const long = text.length > SHORT;
  if (!text) return <p className="mt-5 text-muted">{t("person.noBiography")}</p>;
  return (
    <section aria-label={t("person.biography")} className="mt-5 max-w-[68ch]">
      <div className={long && !open ? "line-clamp-6 text-prose" : "space-y-4 text-prose"}>
        {text.split(/\n+/).map((paragraph) => (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
      {long && (
        <button
          type="button"
          aria-expanded={open}
          className={buttonStyle("bare", "-ms-5 mt-1")}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t(open ? "person.readLess" : "person.readMore")}
        </button>
      )}
    </section>
  );
}
