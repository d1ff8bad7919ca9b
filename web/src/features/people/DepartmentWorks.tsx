import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "@/i18n/i18n";
import { buttonStyle } from "@/components/atoms/buttonStyle";
import { Poster } from "@/components/atoms/Poster";
import { titleAddress } from "@/lib/addresses";
import type { Department, Work } from "./filmography";
import { useDepartment } from "./useDepartment";

const SHORT = 15; // works; more are folded

/** What was done in one department, the newest first; a long list is folded. */
export function DepartmentWorks({ department: { name, works } }: { department: Department }) {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  const [open, setOpen] = useState(false);
  const shown = open ? works : works.slice(0, SHORT);
  return (
    <section>
      <h3 className="display mb-2 flex items-baseline gap-2.5 text-heading">
        {nameOf(name)}
        <span className="font-sans text-sm font-normal tracking-normal text-faint">{works.length}</span>
      </h3>
      <ol className="divide-y divide-line/70 border-y border-line/70">
        {shown.map((work) => (
          <WorkRow key={work.title.id} work={work} />
        ))}
      </ol>
      {shown.length < works.length && (
        <button
          type="button"
          className={buttonStyle("bare", "-ms-5 mt-1")}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t("person.allWorks", { count: works.length })}
          <span className="sr-only">: {nameOf(name)}</span>
        </button>
      )}
    </section>
  );
}

function WorkRow({ work: { title, parts } }: { work: Work }) {
  return (
    <li className="[contain-intrinsic-height:auto_4.7rem] [content-visibility:auto]">
      <Link {...titleAddress(title)} className="group flex items-center gap-4 py-2.5 focus-visible:-outline-offset-2">
        <span className="w-10 shrink-0 text-sm text-muted tabular-nums">{title.year ?? "–"}</span>
        <Poster name={title.poster} title="" sizes="36px" className="w-9 shrink-0" />
        <span className="min-w-0">
          <span className="block text-sm font-semibold group-hover:text-accent">{title.title}</span>
          <span className="block text-2xs text-muted">{parts.join(", ")}</span>
        </span>
      </Link>
    </li>
  );
}
