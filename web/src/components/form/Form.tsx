import { useEffect, useRef, type ReactNode } from "react";
import { FormProvider, type FieldValues } from "react-hook-form";
import type { $ZodType } from "zod/v4/core";
import { FormComplaint } from "./FormComplaint";
import { useDeedForm } from "./useDeedForm";
import { SchemaContext } from "./useField";

/** What a form is about: from what is `Given` in its fields to what is wished. */
export interface FormDeed<Wish extends FieldValues, Given extends FieldValues> {
  /** What the deed is given, and what is wrong with anything else; fields go by its names. */
  schema: $ZodType<Wish, Given>;
  /** What the fields hold at first; all others are empty. */
  values?: Partial<Record<keyof Given, unknown>>;
  /** What the form is for; what it throws is shown at the fields. */
  deed: (wish: Wish) => Promise<unknown>;
  /** Fields of the server's that another field of this form stands for. */
  aliases?: Record<string, string>;
  /** What goes back to how it was at first after the deed: everything, or these fields. */
  resets?: true | (keyof Given & string)[];
}

interface Props<Wish extends FieldValues, Given extends FieldValues> extends FormDeed<Wish, Given> {
  className?: string;
  children: ReactNode;
}

/** Checks what was typed, does the deed, and moves the focus to the first field that is wrong. */
export function Form<Wish extends FieldValues, Given extends FieldValues>(props: Props<Wish, Given>) {
  const { className = "space-y-5", children, ...whole } = props;
  const element = useRef<HTMLFormElement>(null);
  const { form, submit } = useDeedForm(whole);
  const { submitCount } = form.formState;

  useEffect(() => {
    element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [submitCount]);

  return (
    <FormProvider {...form}>
      <SchemaContext value={whole.schema}>
        <form ref={element} noValidate className={className} onSubmit={(event) => void submit(event)}>
          <FormComplaint />
          {children}
        </form>
      </SchemaContext>
    </FormProvider>
  );
}
