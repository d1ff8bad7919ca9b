import { Bone, ShelfBones, Skeleton } from "@/components/atoms/Skeleton";

export function StatsSkeleton() {
  return (
    <Skeleton className="space-y-10">
      <div className="gutter space-y-10">
        <Bone className="h-53 w-full max-w-3xl sm:h-16" />
        <Bone className="h-64 w-full rounded-card" />
      </div>
      <ShelfBones />
    </Skeleton>
  );
}
