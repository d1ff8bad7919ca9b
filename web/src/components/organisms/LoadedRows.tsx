import type { ReactNode } from "react";
import { Rows } from "@/components/molecules/Rows";
import { Loaded } from "./Loaded";

interface Props<T> {
  of: Parameters<typeof Loaded<T[]>>[0]["of"];
  children: (item: T) => ReactNode;
}

/** A list that has its own answer to wait for, above what adds to it; nothing while it is empty. */
export function LoadedRows<T>({ of, children }: Props<T>) {
  return (
    <Loaded of={of}>
      {(list) =>
        list.length > 0 && (
          <div className="mb-5">
            <Rows>{list.map(children)}</Rows>
          </div>
        )
      }
    </Loaded>
  );
}
