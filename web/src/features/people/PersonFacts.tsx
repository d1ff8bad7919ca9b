import { useTranslation } from "@/i18n/i18n";
import type { PersonDetail } from "@/api/types";
import { Places } from "@/components/molecules/Places";
import { useFormats } from "@/lib/format";
import { useElsewhere } from "@/lib/useElsewhere";
import { yearsBetween } from "./life";

const NAMES = 3;

export function PersonFacts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const { date, list } = useFormats();
  const today = new Date().toISOString().slice(0, 10);
  const age = yearsBetween(person.born, person.died ?? today);
  const dated = (iso: string, words: "person.age" | "person.aged") =>
    age === null ? date(iso) : t(words, { date: date(iso), age });
  const places = useElsewhere("person", person);
  const facts = [
    {
      name: t("person.born"),
      value: person.born && (person.died ? date(person.born) : dated(person.born, "person.age")),
    },
    { name: t("person.died"), value: person.died && dated(person.died, "person.aged") },
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
