import { useTranslation } from "@/i18n/i18n";
import { letterKeys } from "@/lib/letterKeys";
import { useStored } from "@/lib/stored";
import { Modal } from "@/components/organisms/Modal";
import { PALETTE_KEYS } from "./keyNames";
import { showOverlay } from "./overlay";

/** By what it does: one way to press it each. */
const KEYS = {
  palette: PALETTE_KEYS,
  search: ["/"],
  discover: ["G", "D"],
  movies: ["G", "M"],
  tv: ["G", "T"],
  favorites: ["G", "F"],
  settings: ["G", "S"],
  love: ["L"],
  menu: ["."],
  toasts: ["F8"],
  help: ["?"],
} as const;

const close = () => {
  showOverlay(null);
};

/** The keys that do something on every page, and a switch for those that are a lone letter. */
export default function Shortcuts() {
  const { t } = useTranslation();
  const letters = useStored(letterKeys);
  return (
    <Modal title={t("keys.title")} close={close}>
      <dl className="divide-y divide-line/70">
        {Object.entries(KEYS).map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between gap-4 py-2.5 text-sm">
            <dt>{t(`keys.${name as keyof typeof KEYS}`)}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-7 rounded-inner border border-line bg-raised px-2 py-1 text-center font-sans text-2xs text-muted"
                >
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-4 flex cursor-pointer items-center gap-3 text-sm text-muted">
        <input
          type="checkbox"
          className="size-4.5 accent-accent"
          checked={letters === "on"}
          onChange={(event) => {
            letterKeys.set(event.target.checked ? "on" : "off");
          }}
        />
        {t("keys.letters")}
      </label>
    </Modal>
  );
}
