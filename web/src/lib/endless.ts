import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";

/** What a list that grows while one scrolls needs to know of its query. */
export type Endless<Page> = Pick<
  UseInfiniteQueryResult<InfiniteData<Page>>,
  "hasNextPage" | "isFetching" | "isFetchingNextPage" | "isFetchNextPageError" | "fetchNextPage" | "error"
> & { data: InfiniteData<Page> };
