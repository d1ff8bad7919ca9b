import { createElement, useMemo, type ReactNode } from "react";
import { Outside } from "@/components/atoms/Outside";
import { Spoiler } from "./Spoiler";

const TAGS = new Set(["p", "br", "em", "strong", "s", "blockquote", "ul", "ol", "li", "code", "pre", "hr"]);
const LOOK =
  "space-y-3 text-base leading-relaxed wrap-anywhere [&_a]:underline [&_a]:underline-offset-4 [&_a:hover]:text-accent " +
  "[&_blockquote]:border-s-2 [&_blockquote]:border-edge [&_blockquote]:ps-4 [&_blockquote]:text-muted " +
  "[&_ul]:list-disc [&_ul]:ps-6 [&_ol]:list-decimal [&_ol]:ps-6 [&_hr]:border-line " +
  "[&_code]:rounded-mark [&_code]:bg-ink/8 [&_code]:px-1 [&_code]:text-sm [&_pre]:overflow-x-auto";

/**
 * A text that the server has made of somebody's Markdown. The server lets nothing through that could do harm; here its
 * elements are made anew one by one, so that what is unknown stays text whoever sent it.
 */
export function Prose({ html }: { html: string }) {
  const parts = useMemo(() => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return [...body.childNodes].map(shown);
  }, [html]);
  return (
    <div dir="auto" className={LOOK}>
      {parts}
    </div>
  );
}

function shown(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof HTMLElement)) return node.nodeType === Node.TEXT_NODE ? node.textContent : null;
  const tag = node.localName;
  if (tag === "br" || tag === "hr") return createElement(tag, { key });
  const children = [...node.childNodes].map(shown);
  if (tag === "span" && node.className === "spoiler") return <Spoiler key={key}>{children}</Spoiler>;
  if (node instanceof HTMLAnchorElement && /^https?:$/.test(node.protocol)) {
    return (
      <Outside key={key} href={node.href}>
        {children}
      </Outside>
    );
  }
  const start = node instanceof HTMLOListElement ? { start: node.start } : {};
  return createElement(TAGS.has(tag) ? tag : "span", { key, ...start }, ...children);
}
