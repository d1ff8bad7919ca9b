import { useTranslation } from "@/i18n/i18n";
import type { PersonDetail } from "@/api/types";
import { Places } from "@/components/molecules/Places";
import { useFormats } from "@/lib/format";
import { useElsewhere } from "@/lib/useElsewhere";

const NAMES = 3;

export function PersonFacts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { date, list } = useFormats();
  const places = useElsewhere("person", person);
  const facts = [
    { name: t("person.born"), value: person.born && date(person.born) },
    { name: t("person.died"), value: person.died && date(person.died) },
    { name: t("person.birthplace"), value: person.birthplace },
    { name: t("person.aliases"), value: list(person.aliases.slice(0, NAMES)) },
    { name: t("person.links"), value: places.length > 0 && <Places places={places} /> },
  ];
  return (
    <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-4 text-sm">
      {facts
        .filter(({ value }) => Boolean(value))
        .map(({ name, value }) => (
          <div key={name}>
            <dt className="text-2xs text-muted">{name}</dt>
            <dd className="mt-0.5">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
