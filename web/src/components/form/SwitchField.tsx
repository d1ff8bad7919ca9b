import { useFormContext } from "react-hook-form";
import { SwitchRow } from "@/components/molecules/SwitchRow";

interface Props {
  name: string;
  /** What it adds to the list, where several switches of one name make one. */
  value?: string;
  label: string;
  hint?: string;
}

/** Something that is on or off. */
export function SwitchField({ name, ...shown }: Props) {
  const { register } = useFormContext();
  return <SwitchRow {...register(name)} {...shown} />;
}
