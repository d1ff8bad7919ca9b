import { Bone, ShelfBones, Skeleton } from "@/components/atoms/Skeleton";

export function TitleSkeleton() {
  return (
    <Skeleton>
      <div className="md:px-(--gutter)">
        <Bone className="aspect-video max-h-[54dvh] w-full md:aspect-21/9 md:rounded-screen" />
      </div>
      <div className="gutter mt-8 mb-14 grid md:px-(--inset) gap-12 md:grid-cols-[11rem_minmax(0,1fr)] lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Bone className="hidden h-60 md:block" />
        <div className="space-y-4">
          <Bone className="h-9 w-2/3" />
          <Bone className="h-5 max-w-[68ch]" />
          <Bone className="h-5 max-w-[68ch]" />
          <Bone className="h-5 w-1/2" />
        </div>
      </div>
      <ShelfBones />
    </Skeleton>
  );
}
