import type { CrewMember } from "@/api/types";

const ROLES = [
  { role: "createdBy", jobs: ["Creator"] },
  { role: "directedBy", jobs: ["Director"] },
  { role: "writtenBy", jobs: ["Writer", "Screenplay", "Story", "Teleplay"] },
] as const;

const FIRST_JOBS: readonly string[] = ROLES.flatMap(({ jobs }) => jobs);

/** Those named before all others: creators, directors, writers; each person once per role. */
export function makers(crew: CrewMember[]) {
  return ROLES.map(({ role, jobs }) => ({
    role,
    people: once(crew.filter(({ job }) => (jobs as readonly string[]).includes(job))),
  })).filter(({ people }) => people.length > 0);
}

/** Everybody else, by job, in the order of the first credit of each job. */
export function others(crew: CrewMember[]) {
  const jobs = new Map<string, CrewMember[]>();
  for (const member of crew) {
    if (!FIRST_JOBS.includes(member.job)) jobs.set(member.job, [...(jobs.get(member.job) ?? []), member]);
  }
  return [...jobs].map(([job, people]) => ({ job, people: once(people) }));
}

function once(people: CrewMember[]): CrewMember[] {
  return [...new Map(people.map((member) => [member.personId, member])).values()];
}
