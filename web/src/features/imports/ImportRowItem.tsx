import { Link } from "@tanstack/react-router";
import { Badge } from "@/components/atoms/Badge";
import { Poster } from "@/components/atoms/Poster";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { Row } from "@/components/molecules/Rows";
import { useTranslation } from "@/i18n/i18n";
import { titleAddress } from "@/lib/addresses";
import { ChooseDialog } from "./ChooseDialog";
import { isWorkedOn, type Import, type ImportRow } from "./queries";
import { useImportDeeds } from "./useImportDeeds";
import { useSaid } from "./useSaid";

interface Props {
  run: Import;
  row: ImportRow;
}

/** A row of the file: what it says, what it was taken for, and what can be decided about it. */
export function ImportRowItem({ run, row }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const place = t("imports.place", { file: row.file, line: row.line });
  return (
    <Row
      icon={row.title && <Poster name={row.title.poster} title="" sizes="2.5rem" className="w-10" />}
      title={row.said ? said.name(row.said) : place}
      badges={isInPart(row) && <Badge look="warn">{t("imports.left.mark")}</Badge>}
      detail={
        <>
          <Taken row={row} />
          {row.title && (
            <Link {...titleAddress(row.title)} className="block w-fit text-accent hover:underline">
              <bdi>{row.title.title}</bdi> {row.title.year}
            </Link>
          )}
          <Left row={row} />
          {row.sentence && <span className="block text-warn">{row.sentence}</span>}
          {row.outcome === "awaited" && <span className="block">{t("imports.willBeFetched")}</span>}
          {row.said && <span className="block text-faint">{place}</span>}
        </>
      }
    >
      {!isWorkedOn(run) && <Decisions run={run} row={row} />}
    </Row>
  );
}

function isInPart({ left, outcome }: ImportRow): boolean {
  return left.length > 0 && outcome !== "there";
}

/** What is taken of what it says. */
function Taken({ row: { said, left, outcome } }: { row: ImportRow }) {
  const { t } = useTranslation();
  const { claims } = useSaid();
  if (!said) return null;
  return (
    <>
      <span className="block">{claims(said, (fact) => !left.some((one) => one.fact === fact))}</span>
      {said.isPublic && (outcome === "matched" || outcome === "applied") && (
        <span className="block text-warn">{t("imports.said.public")}</span>
      )}
    </>
  );
}

/** What is not, and why. */
function Left({ row: { said, left } }: { row: ImportRow }) {
  const { t } = useTranslation();
  const { claims } = useSaid();
  const because = (why: "there" | "whole") => {
    const what = said && claims(said, (fact) => left.some((one) => one.fact === fact && one.why === why));
    return what ? t(`imports.left.${why}`, { what }) : "";
  };
  const wrong = left.map(({ sentence }) => (sentence ? t("imports.left.wrong", { sentence }) : ""));
  return [because("there"), because("whole"), ...wrong].filter(Boolean).map((line) => (
    <span key={line} className="block text-warn">
      {line}
    </span>
  ));
}

const CHOOSABLE = ["matched", "ambiguous", "awaited", "missing", "there"];
const SKIPPABLE = ["matched", "ambiguous", "awaited", "missing"];

function Decisions({ run, row }: Props) {
  const { t } = useTranslation();
  const { decide } = useImportDeeds();
  const isSkipped = row.outcome === "skipped";
  const choose = t(row.title ? "imports.another" : "imports.chooseTitle");
  const skip = t(isSkipped ? "imports.takeInAgain" : "imports.leaveOut");
  const about = (deed: string) => t("imports.about", { deed, name: row.said?.name ?? "" });
  return (
    <>
      {CHOOSABLE.includes(row.outcome) && !row.said?.isList && (
        <DialogButton
          look={row.outcome === "ambiguous" ? "soft" : "bare"}
          label={about(choose)}
          dialog={(close) => <ChooseDialog run={run} row={row} close={close} />}
        >
          {choose}
        </DialogButton>
      )}
      {(isSkipped || SKIPPABLE.includes(row.outcome)) && (
        <Deed look="bare" label={about(skip)} deed={() => decide(run.id, row, { skip: !isSkipped })}>
          {skip}
        </Deed>
      )}
    </>
  );
}
