import { Bone, ShelfBones, Skeleton } from "@/components/atoms/Skeleton";

export function DiscoverSkeleton() {
  return (
    <Skeleton>
      <div className="md:px-(--gutter)">
        <Bone className="aspect-4/5 max-h-[70dvh] w-full sm:aspect-video md:rounded-screen lg:aspect-21/9" />
      </div>
      <div className="mt-12 space-y-12">
        <ShelfBones />
        <ShelfBones />
      </div>
    </Skeleton>
  );
}
