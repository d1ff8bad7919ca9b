import { useId, useState } from "react";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { inputStyle } from "@/components/atoms/inputStyle";
import { Modal } from "@/components/organisms/Modal";
import { useTranslation } from "@/i18n/i18n";

const FIRST = "1888-01-01T00:00"; // before that there were no films

interface Props {
  name: string;
  /** Is told an instant, in ISO 8601. */
  choose: (watchedAt: string) => void;
  close: () => void;
}

/** Asks when something was watched that was not watched now. */
export default function WhenDialog({ name, choose, close }: Props) {
  const { t } = useTranslation();
  const field = useId();
  const [latest] = useState(() => local(new Date()));
  const [when, setWhen] = useState(latest);
  return (
    <Modal title={t("history.when")} detail={name} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose(new Date(when).toISOString());
          close();
        }}
      >
        <label htmlFor={field} className="mb-2 block text-sm font-semibold">
          {t("history.dayAndTime")}
        </label>
        <input
          id={field}
          type="datetime-local"
          required
          min={FIRST}
          max={latest}
          value={when}
          className={inputStyle()}
          onChange={({ target }) => {
            setWhen(target.value);
          }}
        />
        <button type="submit" className={buttonStyle("solid", "mt-5 w-full")}>
          {t("history.mark")}
        </button>
      </form>
    </Modal>
  );
}

/** As the field writes it: in this place's time, to the minute. */
function local(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
