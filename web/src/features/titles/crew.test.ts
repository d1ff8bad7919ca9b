import { expect, test } from "vitest";
import type { CrewMember } from "@/api/types";
import { departments, makers } from "./crew";

const credit = (personId: number, job: string, department = "") =>
  ({ personId, job, department, name: `Person ${personId}` }) as CrewMember;

test("whoever wrote both the story and the screenplay is named once as a writer", () => {
  const crew = [credit(1, "Director"), credit(2, "Story"), credit(2, "Screenplay")];
  expect(makers(crew).map(({ role, people }) => [role, people.map((member) => member.personId)])).toEqual([
    ["directedBy", [1]],
    ["writtenBy", [2]],
  ]);
});

test("the whole crew stands by department, each person once with all jobs there", () => {
  const crew = [
    credit(1, "Director", "Directing"),
    credit(2, "Music", "Sound"),
    credit(1, "Script supervisor", "Directing"),
    credit(1, "Sound mixer", "Sound"),
  ];
  expect(
    departments(crew).map(({ name, people }) => [name, people.map(({ personId, note }) => [personId, note])]),
  ).toEqual([
    ["Directing", [[1, "Director, Script supervisor"]]],
    [
      "Sound",
      [
        [2, "Music"],
        [1, "Sound mixer"],
      ],
    ],
  ]);
});
