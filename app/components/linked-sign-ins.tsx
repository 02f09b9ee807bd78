import { providerNames, type ProviderName } from "~/domain/providers";
import { paths } from "~/paths";
import { Form, HiddenFields, LinkButton, Submit } from "./form";
import { Section } from "./page";
import { Cell, Row, Table } from "./table";

type Identity = { provider: ProviderName; subject: string; email: string; since: string; lastUsed: string };

type Props = {
  identities: Identity[];
  /** Whom one can sign in with here. */
  providers: ProviderName[];
  hasPassword: boolean;
};

/** Ways in beside the password, with what links another and unlinks them. */
export function LinkedSignIns({ identities, providers, hasPassword }: Props) {
  if (identities.length === 0 && providers.length === 0) return null;
  const isLastWay = !hasPassword && identities.length === 1;
  return (
    <Section title="Other ways to sign in">
      {identities.length > 0 ? (
        <Table
          caption="Other ways to sign in"
          columns={[{ label: "Account" }, { label: "Last used" }, { label: "Unlink", hideLabel: true, align: "end" }]}
        >
          {identities.map((identity) => (
            <LinkedRow key={`${identity.provider}/${identity.subject}`} {...{ identity, isLastWay }} />
          ))}
        </Table>
      ) : (
        <p className="max-w-text">
          Link an account that you have elsewhere, and one press signs you in with it. Your password stays as it is.
        </p>
      )}
      {providers.length > 0 ? (
        <div className="mt-5 flex flex-wrap gap-3">
          {providers.map((provider) => (
            <LinkButton key={provider} href={paths.signInWith(provider, { link: "yes" })}>
              {identities.some((each) => each.provider === provider) ? "Link another" : "Link a"}{" "}
              {providerNames[provider]} account
            </LinkButton>
          ))}
        </div>
      ) : null}
    </Section>
  );
}

function LinkedRow({ identity, isLastWay }: { identity: Identity; isLastWay: boolean }) {
  const { provider, subject, email, since, lastUsed } = identity;
  return (
    <Row>
      <Cell heading>
        {providerNames[provider]}
        <span className="hint block [overflow-wrap:anywhere]">
          <bdi>{email}</bdi>, linked {since}
        </span>
      </Cell>
      <Cell label="Last used">{lastUsed}</Cell>
      <Cell align="end" className="whitespace-nowrap">
        {isLastWay ? (
          <span className="hint">Your only way in</span>
        ) : (
          <Form action={paths.unlinkSignIn()}>
            <HiddenFields values={{ provider, subject }} />
            <Submit kind="second" small>
              Unlink
              <span className="sr-only">
                : {providerNames[provider]}, {email}
              </span>
            </Submit>
          </Form>
        )}
      </Cell>
    </Row>
  );
}
