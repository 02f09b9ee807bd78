import type { ReactNode } from "react";
import { paths } from "~/paths";
import { Icon } from "./icon";

type Props = { topic: string; section?: string; children: ReactNode; className?: string };

/** A quiet way to the guide, from where people get stuck. */
export function HelpLink({ topic, section, children, className = "" }: Props) {
  return (
    <a
      href={paths.helpTopic(topic, section)}
      className={`inline-flex items-center gap-1.5 py-1 text-small ${className}`}
    >
      <Icon name="circle-question-mark" size={18} />
      <span>
        <span className="sr-only">Help: </span>
        {children}
      </span>
    </a>
  );
}
