import { useState } from "react";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";

interface Props {
  /** Asks the service whether it takes what stands in the form; throws what it says when it does not. */
  trial: () => Promise<unknown>;
  taken: string;
}

/** Tries what was typed before it is kept. */
export function TryButton({ trial, taken }: Props) {
  const { t } = useTranslation();
  const [isTaken, setTaken] = useState(false);
  return (
    <>
      <Deed
        deed={async () => {
          setTaken(false);
          await trial();
          setTaken(true);
        }}
      >
        {t("services.testShort")}
      </Deed>
      <span role="status" className="self-center text-sm text-good">
        {isTaken && taken}
      </span>
    </>
  );
}
