import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";

interface Props {
  icon: LucideIcon;
  label: string;
  /** For what is so or not: whether it is. */
  checked?: boolean;
  choose: () => void;
}

const LOOK =
  "flex min-h-11 cursor-default items-center gap-3 rounded-card px-3 text-sm outline-none select-none data-highlighted:bg-ink/8 [&_svg]:size-4.5 [&_svg]:shrink-0";

/** One row of a menu. */
export function MenuItem({ icon: Icon, label, checked, choose }: Props) {
  const words = (
    <>
      <Icon aria-hidden className={checked ? "fill-current/20 text-accent" : "text-muted"} />
      <span className="min-w-0 grow">{label}</span>
    </>
  );
  if (checked === undefined)
    return (
      <DropdownMenu.Item className={LOOK} onSelect={choose}>
        {words}
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.CheckboxItem className={LOOK} checked={checked} onSelect={choose}>
      {words}
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden className="text-accent" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  );
}
