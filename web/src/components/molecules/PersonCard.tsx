import { personPath } from "@/lib/addresses";
import { CardLink } from "@/components/atoms/CardLink";
import { Poster } from "@/components/atoms/Poster";

interface Props {
  id: number;
  name: string;
  profile: string;
  /** The character, the job, or what the person is known for. */
  note: string;
  sizes: string;
}

/** A portrait with a name and one line about it, all one link. */
export function PersonCard({ id, name, profile, note, sizes }: Props) {
  return (
    <CardLink to={personPath(id)} className="group block outline-offset-4">
      <Poster
        kind="profile"
        name={profile}
        title={name}
        sizes={sizes}
        className="transition-[translate] duration-200 ease-out group-hover:-translate-y-1"
      />
      <span dir="auto" className="mt-2.5 line-clamp-2 text-sm leading-snug font-semibold group-hover:text-accent">
        {name}
      </span>
      <span dir="auto" className="mt-0.5 line-clamp-2 text-2xs text-muted">
        {note}
      </span>
    </CardLink>
  );
}
