import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { Person } from "@/api/types";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Message } from "@/components/molecules/Message";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useTranslation } from "@/i18n/i18n";
import { joined } from "@/lib/pages";
import { NewPersonDialog } from "./NewPersonDialog";
import { PeopleToolbar } from "./PeopleToolbar";
import { PersonRow } from "./PersonRow";
import { PersonSheet } from "./PersonSheet";
import type { PeopleFilters } from "./filters";
import { usersQuery } from "./queries";
import { UsersFrame } from "./UsersFrame";

interface Props {
  filters: PeopleFilters;
  change: (filters: PeopleFilters) => void;
}

/** Everybody with an account; pressing one opens what an administrator may do. */
export function PeoplePage({ filters, change }: Props) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const [chosen, setChosen] = useState<Person["id"] | null>(null);
  const query = useInfiniteQuery({
    ...usersQuery(filters),
    placeholderData: keepPreviousData,
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const people = query.data ? joined(query.data.pages, ({ id }) => id) : [];
  const person = people.find(({ id }) => id === chosen);
  const make = (
    <button
      type="button"
      className={buttonStyle("solid")}
      onClick={() => {
        setMaking(true);
      }}
    >
      <UserPlus aria-hidden />
      {t("users.make")}
    </button>
  );
  return (
    <UsersFrame tab="people" action={make}>
      <PeopleToolbar filters={filters} change={change} total={query.data?.pages[0]?.total} />
      {query.data ? (
        <>
          {people.length === 0 && <Message sign="0" title={t("users.none")} detail={t("users.noneHint")} />}
          <ul className="divide-y divide-line/70 overflow-hidden rounded-card border border-line bg-surface empty:hidden">
            {people.map((each) => (
              <PersonRow key={each.id} person={each} open={setChosen} />
            ))}
          </ul>
          {people.length > 0 && <MoreOfIt query={query} />}
        </>
      ) : (
        <Skeleton className="space-y-2">
          <Bone className="h-18 w-full" />
          <Bone className="h-18 w-full" />
        </Skeleton>
      )}
      {person && (
        <PersonSheet
          key={person.id}
          person={person}
          close={() => {
            setChosen(null);
          }}
        />
      )}
      {making && (
        <NewPersonDialog
          close={() => {
            setMaking(false);
          }}
        />
      )}
    </UsersFrame>
  );
}
