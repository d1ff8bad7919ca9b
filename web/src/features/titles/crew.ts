import type { CrewMember } from "@/api/types";

const ROLES = [
  { role: "createdBy", jobs: ["Creator"] },
  { role: "directedBy", jobs: ["Director"] },
  { role: "writtenBy", jobs: ["Writer", "Screenplay", "Story", "Teleplay"] },
] as const;

/** Somebody named in the credits, with what for. */
export interface Credited {
  personId: number;
  name: string;
  profile: string;
  /** The character played, or the jobs done. */
  note: string;
}

/** Those named before all others: creators, directors, writers; each person once per role. */
export function makers(crew: CrewMember[]) {
  return ROLES.map(({ role, jobs }) => ({
    role,
    people: once(crew.filter(({ job }) => (jobs as readonly string[]).includes(job))),
  })).filter(({ people }) => people.length > 0);
}

/** The whole crew by department, in the order of each one's first credit; a person once, with all jobs there. */
export function departments(crew: CrewMember[]): { name: string; people: Credited[] }[] {
  const found = new Map<string, Map<number, Credited>>();
  for (const { department, personId, name, profile, job } of crew) {
    const people = found.get(department) ?? new Map<number, Credited>();
    const known = people.get(personId);
    people.set(personId, { personId, name, profile, note: known ? `${known.note}, ${job}` : job });
    found.set(department, people);
  }
  return [...found].map(([name, people]) => ({ name, people: [...people.values()] }));
}

function once(people: CrewMember[]): CrewMember[] {
  return [...new Map(people.map((member) => [member.personId, member])).values()];
}
