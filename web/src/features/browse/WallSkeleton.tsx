import { Bone, Skeleton } from "@/components/atoms/Skeleton";

export function WallSkeleton() {
  return (
    <Skeleton>
      <div className="grid grid-cols-3 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(9.4rem,1fr))] sm:gap-5">
        {Array.from({ length: 24 }, (_, index) => (
          <Bone key={index} className="mb-12 aspect-2/3" />
        ))}
      </div>
    </Skeleton>
  );
}
