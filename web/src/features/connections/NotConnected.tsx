import { Link } from "@tanstack/react-router";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Notice } from "@/components/molecules/Notice";
import { useMe } from "@/features/me/queries";

interface Props {
  /** Told to administrators, who are led to the connections. */
  yours: string;
  /** Told to all others: whom to ask. */
  others: string;
  connect: string;
}

/** That something takes a service which is not connected here, and who could change that. */
export function NotConnected({ yours, others, connect }: Props) {
  const isAdministrator = useMe()?.role === "administrator";
  return (
    <Notice>
      <p>{isAdministrator ? yours : others}</p>
      {isAdministrator && (
        <Link to="/connections" className={buttonStyle("soft", "mt-3")}>
          {connect}
        </Link>
      )}
    </Notice>
  );
}
