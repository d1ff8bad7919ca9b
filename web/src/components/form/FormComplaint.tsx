import { CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useFormState } from "react-hook-form";

/** What is wrong with the form as a whole; read out, and brought into view, when it appears. */
export function FormComplaint() {
  const place = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = useFormState();
  const complaint = errors.root?.message;
  useEffect(() => {
    if (complaint) place.current?.scrollIntoView({ block: "nearest" });
  }, [complaint, submitCount]);
  return (
    <div ref={place} role="alert" className="col-span-full scroll-mt-24 empty:hidden">
      {complaint && (
        <p className="flex animate-appear items-start gap-2.5 rounded-card border border-bad/50 bg-bad/8 px-4 py-3 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          {complaint}
        </p>
      )}
    </div>
  );
}
