import { CircleAlert } from "lucide-react";
import { useComplaint } from "./formState";

/** What is wrong with the form as a whole; read out when it appears. */
export function FormComplaint() {
  const complaint = useComplaint("");
  return (
    <div role="alert" className="empty:hidden">
      {complaint && (
        <p className="flex animate-appear items-start gap-2.5 rounded-card border border-bad/50 bg-bad/8 px-4 py-3 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          {complaint}
        </p>
      )}
    </div>
  );
}
