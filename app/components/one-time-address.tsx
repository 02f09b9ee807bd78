import type { ListedOneTimeLink } from "~/domain/links/one-time-links.server";
import { paths } from "~/paths";
import { CopyField } from "./copy-field";
import { LinkButton } from "./form";
import { Section } from "./page";

type Props = {
  link: ListedOneTimeLink;
  /** Right after it was made, and never again. */
  address: string | null;
};

/** The address of a link that can be booked, or how to get another one. */
export function OneTimeAddress({ link: { id, recipientName, recipientEmail }, address }: Props) {
  if (address === null) {
    return (
      <Section title="Address">
        <p className="max-w-text">
          It was shown once, when it was made, and is not kept. If it got lost, make a new one: the old one then stops.
        </p>
        <div className="mt-4">
          <LinkButton small icon="refresh-cw" href={paths.renewOneTimeLink(id)}>
            New address
          </LinkButton>
        </div>
      </Section>
    );
  }
  return (
    <Section title="Address">
      <div className="max-w-form">
        <CopyField
          label={`For ${recipientName || recipientEmail}`}
          name="address"
          hint="You see it this once: copy it now. Whoever has it can book, so give it to them alone."
          value={address}
        />
      </div>
    </Section>
  );
}
