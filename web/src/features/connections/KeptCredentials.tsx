import { useState, type ReactNode } from "react";
import { Deed } from "@/components/form/Deed";
import { DialogButton } from "@/components/molecules/DialogButton";
import { ConfirmDialog } from "@/components/organisms/ConfirmDialog";

interface Props {
  change: string;
  forget: string;
  /** What is asked before they are forgotten. */
  title: string;
  detail: string;
  deed: () => Promise<unknown>;
  /** The form by which others are given. */
  children: ReactNode;
}

/** What was given to a service can be changed or forgotten, and never be seen again. */
export function KeptCredentials({ change, forget, title, detail, deed, children }: Props) {
  const [changing, setChanging] = useState(false);
  if (changing) return children;
  return (
    <div className="-ms-3 flex flex-wrap">
      <Deed
        look="bare"
        className="px-3"
        deed={() => {
          setChanging(true);
          return Promise.resolve();
        }}
      >
        {change}
      </Deed>
      <DialogButton
        look="bare"
        className="px-3"
        dialog={(close) => (
          <ConfirmDialog
            title={title}
            detail={detail}
            yes={forget}
            deed={async () => {
              await deed();
              close();
            }}
            close={close}
          />
        )}
      >
        {forget}
      </DialogButton>
    </div>
  );
}
