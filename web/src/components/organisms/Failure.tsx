import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { Link, Navigate, useLocation, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { Problem } from "@/api/problem";
import { isPartGone } from "@/lib/partGone";
import { serverReached } from "@/lib/reach";
import { returnAddress } from "@/lib/returnAddress";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { CopyReference } from "@/components/molecules/CopyReference";
import { Message } from "@/components/molecules/Message";

/** The page of a failed page: a sentence, a second try, and the reference that finds it in the log. */
export function Failure({ error, reset }: Pick<ErrorComponentProps, "error" | "reset">) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  useEffect(() => {
    queries.reset();
  }, [queries]);
  const { sign, title, detail, again = t("error.retry") } = useWords(error);
  if (error instanceof Problem && error.status === 401) return <SignInFirst />;
  return (
    <div role="alert">
      <title>{t("app.pageTitle", { page: title })}</title>
      <Message sign={sign} title={title} detail={detail}>
        <button
          type="button"
          className={buttonStyle("solid")}
          onClick={() => {
            if (!(error instanceof Problem))
              location.reload(); // our own fault, or a part of the program that an update took away
            else {
              reset();
              void router.invalidate();
            }
          }}
        >
          <RotateCw aria-hidden />
          {again}
        </button>
        <Link to="/" className={buttonStyle()}>
          {t("error.home")}
        </Link>
        {error instanceof Problem && error.correlationId && <CopyReference reference={error.correlationId} />}
      </Message>
    </div>
  );
}

/** Only people who are signed in see this page; they come back to it. */
function SignInFirst() {
  const here = useLocation({ select: ({ href }) => href });
  const [next] = useState(() => returnAddress(here)); // the address changes while this one is left
  return <Navigate to="/sign-in" search={next === "/" ? {} : { next }} replace />;
}

interface Words {
  sign: string;
  title: string;
  detail: string;
  /** On the button. */
  again?: string;
}

function useWords(error: unknown): Words {
  const { t } = useTranslation();
  if (isPartGone(error)) {
    // Without a way to the server any part fails like that, and it is no sign of an update.
    if (!navigator.onLine || !serverReached.get())
      return { sign: "…", title: t("error.offlineTitle"), detail: t("error.offline") };
    return { sign: "!", title: t("error.title"), detail: t("state.update"), again: t("state.reload") };
  }
  if (!(error instanceof Problem)) return { sign: "!", title: t("error.title"), detail: t("error.unexpected") };
  const sign = error.status >= 400 ? String(error.status) : "…"; // no answer, or a good one that cannot be read
  const fromProxy = error.status >= 502 && !error.detail; // Matinee always says which service is away
  if (error.status === 0 || fromProxy) return { sign, title: t("error.offlineTitle"), detail: t("error.offline") };
  if (error.status >= 502) return { sign, title: t("error.unavailable"), detail: error.detail };
  if (error.status === 400) return { sign, title: t("error.badTitle"), detail: error.detail };
  return { sign, title: t("error.title"), detail: error.detail || t("error.unexpected") };
}
