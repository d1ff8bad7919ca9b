import type { SearchHit } from "@/api/types";
import { PersonCard } from "@/components/molecules/PersonCard";
import { TitleCard } from "@/components/molecules/TitleCard";

interface Props {
  hit: SearchHit;
  sizes: string;
  eager: boolean;
}

/** One thing found: a title or a person. */
export function Hit({ hit: { title, person }, sizes, eager }: Props) {
  if (title) return <TitleCard title={title} sizes={sizes} eager={eager} />;
  return person && <PersonCard {...person} note={person.knownFor.join(", ")} sizes={sizes} />;
}
