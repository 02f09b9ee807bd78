import type { ReactNode } from "react";
import { countOf } from "~/domain/counts";
import { Form, FormActions, LinkButton, Submit } from "./form";
import { HostHeading, Section, Sheet } from "./page";

type Props = {
  title: ReactNode;
  back: { href: string; label: string };
  action: string;
  deed: string;
  /** What goes with it. */
  blocks: number;
  waiting: number;
  createEvents: boolean;
  children: ReactNode;
};

/** Asks before a calendar or an account goes, and says what goes with it. */
export function DisconnectPage({ title, back, action, deed, blocks, waiting, createEvents, children }: Props) {
  return (
    <>
      <HostHeading back={back} title={title} />
      <Sheet className="max-w-form">
        <Section>
          <p>{consequences({ blocks, waiting, createEvents })}</p>
          {children}
          <Form action={action} className="mt-6">
            <FormActions>
              <Submit kind="stop" icon="trash-2">
                {deed}
              </Submit>
              <LinkButton href={back.href}>Keep it</LinkButton>
            </FormActions>
          </Form>
        </Section>
      </Sheet>
    </>
  );
}

function consequences({ blocks, waiting, createEvents }: Pick<Props, "blocks" | "waiting" | "createEvents">) {
  return [
    blocks > 0 ? `The ${countOf(blocks, "stretch", "stretches")} that it blocks now can be booked again.` : "",
    "Events of meetings that are in it already stay there.",
    createEvents ? "New bookings are no longer written to it." : "",
    waiting > 0 ? `Given up: ${countOf(waiting, "change")} of bookings, still to be written.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
