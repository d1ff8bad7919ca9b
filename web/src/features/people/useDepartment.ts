import { useTranslation } from "@/i18n/i18n";

/** The name of a department in the reader's language; the provider's own word where there is none. */
export function useDepartment(): (department: string) => string {
  const { t, has } = useTranslation();
  return (department) => {
    const key = `department.${department}`;
    return has(key) ? t(key) : department;
  };
}
