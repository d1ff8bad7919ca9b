import { useId, type ReactNode } from "react";
import { CircleAlert, CircleCheck, CircleDashed, CircleOff, RotateCw, type LucideIcon } from "lucide-react";
import { api, done } from "@/api/client";
import { useTranslation } from "@/i18n/i18n";
import type { Connection } from "@/api/types";
import { ServersWords } from "@/components/atoms/ServersWords";
import { Deed } from "@/components/form/Deed";
import { Ticket } from "@/components/molecules/Ticket";
import { useMoment } from "@/lib/useMoment";
import { known, type State } from "./states";
import { useTrial } from "./useTrial";

const LOOKS: Record<State, { icon: LucideIcon; colour: string }> = {
  ok: { icon: CircleCheck, colour: "text-good" },
  refused: { icon: CircleAlert, colour: "text-bad" },
  down: { icon: CircleOff, colour: "text-bad" },
  off: { icon: CircleDashed, colour: "text-faint" },
};

/** One outside service: how it is, in its own words, and what to do next. */
export function ConnectionTicket({ connection, children }: { connection: Connection; children?: ReactNode }) {
  const { t, has } = useTranslation();
  const heading = useId();
  const moment = useMoment();
  const state = known(connection.state);
  const { icon: Icon, colour } = LOOKS[state];
  const next = `connections.next.${state}`;
  const breaker = `connections.breaker.${connection.breaker}`;
  const name = `connections.names.${connection.name}`;
  const title = has(name) ? t(name) : connection.title;
  const off = `connections.off.${connection.name}`;
  return (
    <section aria-labelledby={heading}>
      <Ticket
        stub={
          <>
            <Icon aria-hidden className={`size-7 ${colour}`} />
            <span className="text-2xs font-semibold">{t(`connections.state.${state}`)}</span>
          </>
        }
      >
        <h2 id={heading} className="display text-xl">
          {title}
        </h2>
        <div className="mt-1">
          {state === "off" && has(off) ? <p>{t(off)}</p> : <ServersWords words={connection.message} />}
        </div>
        {has(next) && <p className="mt-1 text-sm text-muted">{t(next)}</p>}
        <dl className="mt-3 flex flex-wrap gap-x-8 gap-y-2 pb-1 text-2xs">
          {connection.since && <Line name={t("connections.since")} value={moment(connection.since)} />}
          {state !== "off" && has(breaker) && <Line name={t("connections.breaker.label")} value={t(breaker)} />}
        </dl>
        {state !== "off" && <TestButton name={connection.name} title={title} />}
        {children}
      </Ticket>
    </section>
  );
}

/** Asks the service now. */
function TestButton({ name, title }: Pick<Connection, "name" | "title">) {
  const { t } = useTranslation();
  const trial = useTrial(name);
  return (
    <div className="mt-2 -ms-3">
      <Deed
        look="bare"
        className="px-3"
        label={t("services.testThis", { name: title })}
        deed={() => trial(() => done(api.POST("/api/v1/connections/{name}/test", { params: { path: { name } } })))}
      >
        <RotateCw aria-hidden />
        {t("services.testShort")}
      </Deed>
    </div>
  );
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="mt-0.5">{value}</dd>
    </div>
  );
}
