import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const kinds = {
  info: { className: "notice-info", icon: "info", colour: "text-sea" },
  ok: { className: "notice-ok", icon: "circle-check", colour: "text-ok" },
  wait: { className: "notice-wait", icon: "triangle-alert", colour: "text-wait" },
  stop: { className: "notice-stop", icon: "octagon-x", colour: "text-stop" },
} as const;

export type NoticeKind = keyof typeof kinds;

type Props = {
  kind?: NoticeKind;
  icon?: IconName;
  /** The fact, in bold. */
  title: ReactNode;
  /** What follows from it. */
  children?: ReactNode;
  /** One way on, a small button or link on its own line. */
  action?: ReactNode;
  /** It refuses what was just sent: with JavaScript it takes the focus, so that it is heard. */
  isRefusal?: boolean;
  className?: string;
};

export function Notice({ kind = "info", icon, title, children, action, isRefusal, className = "" }: Props) {
  const look = kinds[kind];
  return (
    <div
      role={kind === "stop" ? "alert" : "status"}
      tabIndex={isRefusal ? -1 : undefined}
      data-error-summary={isRefusal ? "" : undefined}
      className={`notice ${look.className} ${className}`}
    >
      <Icon name={icon ?? look.icon} className={`mt-0.5 ${look.colour}`} />
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <strong className="font-semibold">{title}</strong>
        {children ? <> {children}</> : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  );
}
