import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Modal } from "@/components/organisms/Modal";
import type { OverProps } from "@/features/cards/over";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { reasonOf } from "@/lib/useOptimistic";
import { useOpinion } from "./marks";
import { opinionQuery } from "./queries";
import { useOpinionDeeds } from "./useOpinionDeeds";

const LONGEST = 10_000; // characters

/** One's own notes on a title; whatever way one leaves it, they are kept. */
export default function NotesDialog({ title, close }: OverProps) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const id = useId();
  const { notes } = useOpinion(title.id);
  const { error } = useQuery({ ...opinionQuery(title), enabled: notes === undefined });
  const { write } = useOpinionDeeds();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? notes ?? "";
  const leave = () => {
    if (notes !== undefined && text.trim() !== notes) void write(title, text.trim());
    close();
  };
  return (
    <Modal title={t("opinion.notesTitle", { title: title.title })} detail={t("opinion.notesHint")} close={leave}>
      {notes === undefined ? (
        <NotYet problem={error && reasonOf(error, t)} />
      ) : (
        <>
          <textarea
            aria-label={t("opinion.notes")}
            aria-describedby={id}
            maxLength={LONGEST}
            rows={8}
            value={text}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
            className={inputStyle("h-auto max-h-[50dvh] resize-y py-2.5")}
          />
          <div className="mt-3 flex items-center justify-between gap-4">
            <p id={id} className="text-2xs text-muted">
              {t("opinion.notesLength", { count: number(text.length), most: number(LONGEST) })}
            </p>
            <button type="button" className={buttonStyle("solid")} onClick={leave}>
              {t("opinion.keep")}
            </button>
          </div>
        </>
      )}
    </Modal>
  );
}

function NotYet({ problem }: { problem: string | null }) {
  if (problem) {
    return (
      <p role="alert" className="text-sm text-bad">
        {problem}
      </p>
    );
  }
  return (
    <Skeleton>
      <Bone className="h-44 w-full" />
    </Skeleton>
  );
}
