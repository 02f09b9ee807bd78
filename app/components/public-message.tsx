import type { ReactNode } from "react";
import { Section } from "./page";
import { PublicFrame } from "./public-frame";
import type { Visitor } from "./visitor";

type Props = {
  visitor: Visitor;
  workspace?: { name: string; slug: string } | null;
  title: string;
  children: ReactNode;
  link?: { href: string; label: string };
};

/** A page that has only this to say, and a way on. */
export function PublicMessage({ visitor, workspace, title, children, link }: Props) {
  return (
    <PublicFrame visitor={visitor} workspace={workspace} width="rsvp">
      <Section className="space-y-4 [overflow-wrap:anywhere] sm:p-9">
        <h1>{title}</h1>
        <div className="max-w-text space-y-4">{children}</div>
        {link ? (
          <p>
            <a href={link.href} className="inline-block py-1">
              {link.label}
            </a>
          </p>
        ) : null}
      </Section>
    </PublicFrame>
  );
}
