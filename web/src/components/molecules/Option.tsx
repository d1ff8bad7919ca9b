import { useEffect, useRef, type ReactNode } from "react";

interface Props {
  id: string;
  active: boolean;
  disabled?: boolean;
  choose: () => void;
  point: () => void;
  children: ReactNode;
}

/**
 * One row of what a field offers while somebody types. The keyboard stays in the field, which names the active option;
 * so an option itself only hears the pointer.
 */
export function Option({ id, active, disabled = false, choose, point, children }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: "nearest" }); // the arrow keys lead on below what is in view
  }, [active]);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={disabled}
      className={`flex min-h-11 items-center gap-3 rounded-inner px-2 py-1.5 ${disabled ? "cursor-default" : "cursor-pointer"} ${active ? "bg-ink/9" : ""}`}
      onMouseDown={(event) => {
        event.preventDefault(); // the field keeps the focus
      }}
      onMouseMove={point}
      onClick={choose}
    >
      {children}
    </div>
  );
}
