import { lazy, Suspense, useEffect, useState } from "react";
import { proveBy, type Way } from "@/api/proof";
import { learn } from "@/i18n/i18n";

const ProofDialog = lazy(async () => {
  const [{ ProofDialog }] = await Promise.all([import("./ProofDialog"), learn("account")]);
  return { default: ProofDialog };
});

interface Question {
  ways: Way[];
  answer: (proven: boolean) => void;
}

/** Asks who it is when the server wants to know again, whatever page that happens on. */
export function ProofGate() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => {
    proveBy(
      (ways) =>
        new Promise((resolve) => {
          setQuestion({
            ways,
            answer: (proven) => {
              setQuestion(null);
              resolve(proven);
            },
          });
        }),
    );
  }, []);
  return <Suspense>{question && <ProofDialog {...question} />}</Suspense>;
}
