import { createContext, use, useId } from "react";
import { set, useFormContext, useFormState } from "react-hook-form";
import { safeParse, type $ZodIssue, type $ZodType } from "zod/v4/core";

/** The schema of the form around. */
export const SchemaContext = createContext<$ZodType | null>(null);

/** How what stands in an input becomes the value that the schema checks. */
export type Reading = (typed: unknown) => unknown;

export const asText: Reading = (typed) => (typeof typed === "string" ? typed.trim() : typed);
export const asTyped: Reading = (typed) => typed;
/** Left empty, it is left out. */
export const asGiven: Reading = (typed) => (typed === "" ? undefined : typed);
/** A one-time code is shown in groups, and copied with the gaps between them. */
export const asCode: Reading = (typed) => (typeof typed === "string" ? typed.replace(/\s/g, "") : typed);
/** Empty is no number. */
export const asNumber: Reading = (typed) => (typed === "" || typed === null ? null : Number(typed));

/** What ties an input to the form, and to its label, hint and complaint. */
export function useField(name: string, reading: Reading, explained: boolean) {
  const id = useId();
  const { register, getFieldState } = useFormContext();
  const state = useFormState({ name, exact: true });
  const issueWith = useIssueWith(name);
  const complaint = getFieldState(name, state).error?.message;
  const explanation = `${id}-words`;
  const wiring = {
    ...register(name, { setValueAs: reading }),
    id,
    "aria-required": issueWith(reading("")) !== undefined,
    "aria-invalid": complaint !== undefined,
    "aria-describedby": (explained || complaint) ? explanation : undefined, // prettier-ignore
  };
  return { wiring, complaint, explanation };
}

export type Wiring = ReturnType<typeof useField>["wiring"];

/** Asks the schema what would be wrong with a field, if this were its value among what else is in the form. */
export function useIssueWith(name: string): (value: unknown) => $ZodIssue | undefined {
  const schema = use(SchemaContext);
  const { getValues } = useFormContext();
  return (value) => {
    const values: object = structuredClone(getValues());
    set(values, name, value);
    return schema ? safeParse(schema, values).error?.issues.find(({ path }) => path.join(".") === name) : undefined;
  };
}
