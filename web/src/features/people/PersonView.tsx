import { useTranslation } from "@/i18n/i18n";
import type { PersonDetail } from "@/api/types";
import { Poster } from "@/components/atoms/Poster";
import { Shelf, SHELF_SIZES, ShelfItem } from "@/components/organisms/Shelf";
import { StaleNotice } from "@/components/molecules/StaleNotice";
import { TitleCard } from "@/components/molecules/TitleCard";
import { Biography } from "./Biography";
import { Filmography } from "./Filmography";
import { knownFor } from "./filmography";
import { PersonFacts } from "./PersonFacts";
import { useDepartment } from "./useDepartment";

/** One person: who they are, what they are known for, and all they did. */
export function PersonView({ person }: { person: PersonDetail }) {
  const { t } = useTranslation();
  const department = useDepartment();
  const best = knownFor(person.filmography);
  return (
    <article key={person.id} className="pt-4">
      <title>{t("app.pageTitle", { page: person.name })}</title>
      <div className="gutter grid gap-x-12 gap-y-8 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div className="flex gap-5 md:block">
          <Poster
            kind="profile"
            name={person.profile}
            title={person.name}
            sizes="(min-width: 64rem) 224px, (min-width: 48rem) 176px, 112px"
            eager
            className="w-28 shrink-0 md:w-full"
          />
          <div className="self-end md:hidden">
            <Heading name={person.name} note={department(person.department)} />
          </div>
        </div>
        <div className="min-w-0">
          <div className="hidden md:block">
            <Heading name={person.name} note={department(person.department)} />
          </div>
          <StaleNotice of={person} className="mt-5" />
          <Biography text={person.biography} />
          <PersonFacts person={person} />
        </div>
      </div>
      {best.length > 0 && (
        <div className="mt-12">
          <Shelf name={t("person.knownFor")}>
            {best.map((title) => (
              <ShelfItem key={title.id}>
                <TitleCard title={title} sizes={SHELF_SIZES} />
              </ShelfItem>
            ))}
          </Shelf>
        </div>
      )}
      <Filmography filmography={person.filmography} department={person.department} />
    </article>
  );
}

function Heading({ name, note }: { name: string; note: string }) {
  return (
    <>
      <h1 dir="auto" className="display text-3xl wrap-anywhere md:text-title">
        {name}
      </h1>
      <p className="mt-2 text-muted">{note}</p>
    </>
  );
}
