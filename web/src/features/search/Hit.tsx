import type { SearchHit } from "@/api/types";
import { PersonCard } from "@/components/molecules/PersonCard";
import { TitleCard } from "@/components/molecules/TitleCard";
import { GroupCard } from "./GroupCard";

interface Props {
  hit: SearchHit;
  sizes: string;
  eager: boolean;
}

/** One thing found: a title, a person, a collection or a list. */
export function Hit({ hit: { title, person, collection, list }, sizes, eager }: Props) {
  if (title) return <TitleCard title={title} sizes={sizes} eager={eager} />;
  if (person) return <PersonCard {...person} note={person.knownFor.join(", ")} sizes={sizes} />;
  return <GroupCard collection={collection} list={list} sizes={sizes} />;
}
