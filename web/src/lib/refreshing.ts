const PAUSE = 20_000; // milliseconds
const ATTEMPTS = 6;

interface Aging {
  state: {
    data: { stale: boolean; complete?: boolean } | undefined;
    dataUpdateCount: number;
  };
}

/** Asks again while the server is refreshing what it showed, a few times: the page then mends itself. */
export function whileRefreshing(query: Aging): number | false {
  const { data, dataUpdateCount } = query.state;
  const unfinished = data !== undefined && (data.stale || data.complete === false);
  return unfinished && dataUpdateCount < ATTEMPTS ? PAUSE : false;
}
