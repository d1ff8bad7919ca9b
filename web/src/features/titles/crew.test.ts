import { expect, test } from "vitest";
import type { CrewMember } from "@/api/types";
import { makers, others } from "./crew";

const credit = (personId: number, job: string) => ({ personId, job, name: `Person ${personId}` }) as CrewMember;

test("whoever wrote both the story and the screenplay is named once as a writer", () => {
  const crew = [credit(1, "Director"), credit(2, "Story"), credit(2, "Screenplay")];
  expect(makers(crew).map(({ role, people }) => [role, people.map((member) => member.personId)])).toEqual([
    ["directedBy", [1]],
    ["writtenBy", [2]],
  ]);
});

test("the rest of the crew is grouped by job", () => {
  const crew = [credit(1, "Director"), credit(2, "Editor"), credit(3, "Music"), credit(4, "Editor")];
  expect(others(crew).map(({ job, people }) => [job, people.length])).toEqual([
    ["Editor", 2],
    ["Music", 1],
  ]);
});
