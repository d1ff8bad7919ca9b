import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useRef, type SubmitEvent } from "react";
import { useForm, type FieldValues, type Resolver } from "react-hook-form";
import { config, type $ZodType } from "zod/v4/core";
import { useTranslation } from "@/i18n/i18n";
import { errorsOf } from "./errors";
import type { FormDeed } from "./Form";
import { inputsOf, textsOf } from "./inputs";
import { complaintOf } from "./issues";
import { useComplaintWords } from "./useComplaintWords";

config({ jitless: true }); // the content security policy allows no code that is made at run time

/** A form that is checked by its schema, and told in the person's language what that or its deed finds wrong. */
export function useDeedForm<Wish extends FieldValues, Given extends FieldValues>(about: FormDeed<Wish, Given>) {
  const { schema, values, deed, aliases, resets } = about;
  const words = useComplaintWords();
  const busy = useRef(false);
  const form = useForm<FieldValues, unknown, Wish>({
    defaultValues: values,
    resolver: useResolver(schema),
    shouldFocusError: false, // it goes by the order in which fields came to be, not by where they stand
  });
  const { reset } = form;
  const { isSubmitSuccessful } = form.formState;
  useEffect(() => {
    if (isSubmitSuccessful && resets === true) reset();
  }, [isSubmitSuccessful, resets, reset]);

  const act = async (wish: Wish) => {
    await deed(wish);
    if (resets === true) return;
    for (const name of resets ?? []) form.resetField(name);
    form.resetDefaultValues(form.getValues()); // this is how things are now: what differs from it is a change
  };
  const complain = (thrown: unknown, names: string[]) => {
    for (const [name, complaint] of Object.entries(errorsOf(thrown, names, aliases))) {
      if (complaint) form.setError(name || "root", { type: complaint.code, message: words(complaint) });
    }
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const names = inputsOf(event.currentTarget).map(({ name }) => name);
    for (const [name, text] of textsOf(event.currentTarget)) form.setValue(name, text);
    const checkAndAct = form.handleSubmit((wish) =>
      act(wish).catch((thrown: unknown) => {
        complain(thrown, names);
      }),
    );
    await checkAndAct();
    busy.current = false;
  };
  return { form, submit };
}

/** Zod's complaints in our words. */
function useResolver<Wish extends FieldValues>(
  schema: $ZodType<Wish, FieldValues>,
): Resolver<FieldValues, unknown, Wish> {
  const { t } = useTranslation();
  const words = useComplaintWords();
  return zodResolver(schema, { error: (issue) => words({ ...complaintOf(issue), message: t("form.errors.invalid") }) });
}
