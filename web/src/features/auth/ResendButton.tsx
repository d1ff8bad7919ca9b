import { done, type Call } from "@/api/client";
import { Problem } from "@/api/problem";
import { Deed } from "@/components/form/Deed";
import { useTranslation } from "@/i18n/i18n";
import { useCountdown } from "@/lib/useCountdown";

const PAUSE = 30; // seconds between two codes

/** Has another code sent; not before the last one had time to arrive. */
export function ResendButton({ resend }: { resend: () => Call }) {
  const { t } = useTranslation();
  const { left, start } = useCountdown(PAUSE);
  const send = async () => {
    try {
      await done(resend());
      start(PAUSE);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.retryAfter) start(thrown.retryAfter);
      throw thrown;
    }
  };
  return (
    <div className="mt-5 flex min-h-11 items-center justify-center text-sm text-muted">
      {left > 0 ? (
        <span>{t("code.resendIn", { seconds: left })}</span>
      ) : (
        <Deed look="bare" deed={send}>
          {t("code.resend")}
        </Deed>
      )}
    </div>
  );
}
