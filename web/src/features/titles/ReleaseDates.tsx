import { useTranslation } from "@/i18n/i18n";
import { useFormats } from "@/lib/format";

interface Props {
  releases: { type: string; released: string | null }[];
}

/** When it came to the cinemas, to disc, to the screen at home. */
export function ReleaseDates({ releases }: Props) {
  const { t, has } = useTranslation();
  const { date } = useFormats();
  return (
    <ul>
      {releases.map(({ type, released }) => {
        const key = `release.${type}`;
        return (
          <li key={type}>
            {released && date(released)} <span className="text-muted">{has(key) ? t(key) : type}</span>
          </li>
        );
      })}
    </ul>
  );
}
