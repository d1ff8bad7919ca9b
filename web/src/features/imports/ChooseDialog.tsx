import { useQuery } from "@tanstack/react-query";
import { Fragment, useId, useState } from "react";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Poster } from "@/components/atoms/Poster";
import { Deed } from "@/components/form/Deed";
import { Row, Rows } from "@/components/molecules/Rows";
import { Modal } from "@/components/organisms/Modal";
import { useLocale } from "@/features/locale/locale";
import { suggestQuery } from "@/features/search/queries";
import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";
import { useDebounced } from "@/lib/useDebounced";
import type { Import, ImportRow } from "./queries";
import { useImportDeeds } from "./useImportDeeds";
import { useSaid } from "./useSaid";

const PAUSE = 150; // milliseconds without a key before the catalogue is asked

interface Props {
  run: Import;
  row: ImportRow;
  close: () => void;
}

interface Choice {
  id: number;
  name: string;
  year: number | null;
  poster: string | null;
  makers: string[];
  /** Minutes. */
  runtime: number | null;
}

/** Which title a row means: one of the likely ones, or any that is searched for. */
export function ChooseDialog({ run, row, close }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const { list, runtime: formatRuntime } = useFormats();
  const field = useId();
  const [text, setText] = useState("");
  const choices = useChoices(row, text.trim());
  const { decide } = useImportDeeds();
  return (
    <Modal title={t("imports.chooseTitle")} detail={row.said && said.name(row.said)} close={close}>
      <label htmlFor={field} className="mb-1.5 block text-sm font-semibold">
        {t("imports.search")}
      </label>
      <input
        id={field}
        type="search"
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        className={inputStyle()}
      />
      <div className="mt-4 min-h-40">
        {choices.length === 0 ? (
          <p role="status" className="text-sm text-muted">
            {t(text ? "imports.nothing" : "imports.searchFirst")}
          </p>
        ) : (
          <Rows>
            {choices.map(({ id, name, year, poster, makers, runtime }) => (
              <Row
                key={id}
                icon={<Poster name={poster} title="" sizes="2.5rem" className="w-10" />}
                title={name}
                detail={<Details words={[year, list(makers), runtime && formatRuntime(runtime)]} />}
              >
                <Deed
                  look="bare"
                  label={t("imports.about", { deed: t("imports.this"), name: `${name} ${year ?? ""}` })}
                  deed={async () => {
                    await decide(run.id, row, { titleId: id });
                    close();
                  }}
                >
                  {t("imports.this")}
                </Deed>
              </Row>
            ))}
          </Rows>
        )}
      </div>
    </Modal>
  );
}

/** What is known, each kept apart from the others: a name may run the other way. */
function Details({ words }: { words: (string | number | null)[] }) {
  return words.filter(Boolean).map((word, place) => (
    <Fragment key={word}>
      {place > 0 && " · "}
      <bdi>{word}</bdi>
    </Fragment>
  ));
}

function useChoices(row: ImportRow, text: string): Choice[] {
  const { data } = useQuery(suggestQuery(useDebounced(text, PAUSE), useLocale()));
  if (!text) return row.choices.map(({ title, ...choice }) => ({ ...choice, name: title }));
  const found = (data?.items ?? []).filter(({ kind }) => kind === "movie" || kind === "tv");
  return found.map(({ id, name, year, image }) => ({ id, name, year, poster: image, makers: [], runtime: null }));
}
