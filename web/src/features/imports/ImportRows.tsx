import { useInfiniteQuery } from "@tanstack/react-query";
import { Rows } from "@/components/molecules/Rows";
import { Loaded } from "@/components/organisms/Loaded";
import { MoreOfIt } from "@/features/browse/MoreOfIt";
import { useLocale } from "@/features/locale/locale";
import { joined } from "@/lib/pages";
import { ImportRowItem } from "./ImportRowItem";
import { rowsQuery, type Import } from "./queries";
import { TABS, type Tab } from "./tabs";

/** The rows of one tab, as they stand in the file. */
export function ImportRows({ run, tab }: { run: Import; tab: Tab }) {
  const query = useInfiniteQuery(rowsQuery(run, TABS[tab], useLocale()));
  return (
    <Loaded of={query}>
      {({ pages }) => (
        <>
          <Rows>
            {joined(pages, ({ id }) => String(id)).map((row) => (
              <ImportRowItem key={row.id} run={run} row={row} />
            ))}
          </Rows>
          {query.data && <MoreOfIt query={{ ...query, data: query.data }} />}
        </>
      )}
    </Loaded>
  );
}
