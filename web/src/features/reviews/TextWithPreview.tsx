import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { api, body } from "@/api/client";
import { AreaField } from "@/components/form/AreaField";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";
import { Prose } from "./Prose";

/** A text in Markdown, and how it will look. */
export function TextWithPreview() {
  const { t } = useTranslation();
  const { getValues } = useFormContext();
  const [html, setHtml] = useState("");
  const preview = async () => {
    const text = String(getValues("text"));
    if (text.trim()) setHtml((await body(api.POST("/api/v1/reviews/preview", { body: { text } }))).html);
  };
  return (
    <div>
      <AreaField name="text" label={t("reviews.text")} hint={t("reviews.textHint")} rows={7} />
      <div className="mt-3">
        <Deed look="bare" className="-ms-4 px-4" deed={preview}>
          {t("reviews.preview")}
        </Deed>
      </div>
      {html && (
        <div role="group" aria-label={t("reviews.previewOf")} className="mt-2 rounded-card bg-ground px-4 py-3">
          <Prose html={html} />
        </div>
      )}
    </div>
  );
}
