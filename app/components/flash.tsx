import { useRouteLoaderData } from "@remix-run/react";
import { Notice } from "./notice";

type Waiting = {
  notice: { kind: "ok" | "info" | "wait" | "stop"; text: string; link?: { href: string; label: string } } | null;
};

/** The result of the change that led here, once. */
export function Flash() {
  const waiting = (useRouteLoaderData("root") as Waiting | undefined)?.notice;
  if (!waiting) return null;
  const action = waiting.link ? <a href={waiting.link.href}>{waiting.link.label}</a> : undefined;
  return <Notice kind={waiting.kind} title={withWholeRanges(waiting.text)} action={action} className="mb-6" />;
}

/** "10:00 – 10:45" stays on one line. */
function withWholeRanges(text: string) {
  return text.replace(/(?<=\d|[AP]M) – (?=\d)/g, "\u00a0–\u00a0");
}
