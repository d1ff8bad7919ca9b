import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { complaintsOf, errorsOf, type Errors } from "./errors";
import { FormContext } from "./formState";

/** What was typed, by the name of the field. */
export type Values = Partial<Record<string, string>>;

interface Props {
  /** What the form is for; what it throws is shown at the fields. */
  deed: (values: Values) => Promise<unknown>;
  /** Fields of the server's that another field of this form stands for. */
  aliases?: Record<string, string>;
  /** Empties the fields after the deed. */
  resets?: boolean;
  className?: string;
  children: ReactNode;
}

/** Checks what was typed, does the deed, and moves the focus to the first field that is wrong. */
export function Form({ deed, aliases, resets = false, className = "space-y-5", children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget } = event;
    const inputs = [...currentTarget.elements].filter((element) => "validity" in element) as HTMLInputElement[];
    const found = complaintsOf(inputs);
    setErrors(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await deed(Object.fromEntries(new FormData(currentTarget)) as Values);
      if (resets) currentTarget.reset();
    } catch (thrown) {
      setErrors(errorsOf(thrown, inputs.map(({ name }) => name), aliases)); // prettier-ignore
    } finally {
      setBusy(false);
    }
  };

  return (
    <FormContext value={{ errors, busy }}>
      <form ref={form} noValidate className={className} onSubmit={(event) => void submit(event)}>
        {children}
      </form>
    </FormContext>
  );
}
