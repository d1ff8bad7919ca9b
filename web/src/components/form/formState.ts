import { createContext, use } from "react";
import { useTranslation } from "@/i18n/i18n";
import type { Complaint, Errors } from "./errors";

export interface FormState {
  errors: Errors;
  /** The deed is being done. */
  busy: boolean;
}

export const FormContext = createContext<FormState>({ errors: {}, busy: false });

/** The sentence about one field of the form around, or about the form itself; undefined when all is well. */
export function useComplaint(name: string): string | undefined {
  const words = useComplaintWords();
  const complaint = use(FormContext).errors[name];
  return complaint && words(complaint);
}

/** Says a complaint in the person's language where its code is known, else in the server's words. */
export function useComplaintWords(): (complaint: Complaint) => string {
  const { t, has } = useTranslation();
  return ({ code, message, seconds = 0 }) => {
    const key = `form.errors.${code}`;
    return has(key) ? t(key, { seconds }) : message || t("form.errors.unexpected");
  };
}
