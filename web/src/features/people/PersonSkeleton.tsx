import { Bone, Skeleton } from "@/components/atoms/Skeleton";

export function PersonSkeleton() {
  return (
    <Skeleton className="gutter grid gap-10 pt-4 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)]">
      <Bone className="mb-6 aspect-2/3 w-32 md:w-44" />
      <Bone className="mb-6 h-12 w-2/3" />
      <Bone className="h-40 max-w-[68ch]" />
    </Skeleton>
  );
}
