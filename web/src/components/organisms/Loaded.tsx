import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useComplaintWords } from "@/components/form/useComplaintWords";
import { errorsOf } from "@/components/form/errors";
import { Bone, Skeleton } from "@/components/atoms/Skeleton";

interface Props<T> {
  of: Pick<UseQueryResult<T>, "data" | "error">;
  children: (data: T) => ReactNode;
}

/** A part of a page that has its own answer to wait for; it fails alone, too. */
export function Loaded<T>({ of: { data, error }, children }: Props<T>) {
  const words = useComplaintWords();
  if (data !== undefined) return children(data);
  if (error) {
    const [complaint] = Object.values(errorsOf(error, []));
    return (
      <p role="alert" className="text-sm text-bad">
        {complaint && words(complaint)}
      </p>
    );
  }
  return (
    <Skeleton className="space-y-3">
      <Bone className="h-14 w-full" />
      <Bone className="h-14 w-full" />
    </Skeleton>
  );
}
