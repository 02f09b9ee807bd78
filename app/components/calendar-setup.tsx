import type { ReactNode } from "react";
import { Badge } from "./badge";
import { CopyField } from "./copy-field";
import { Section } from "./page";

type Registration = { isRegistered: boolean; connecting: string; signIn: string };

export function GoogleSteps({ isRegistered, connecting, signIn }: Registration) {
  return (
    <Section id="google" title="Google" aside={<State isOn={isRegistered} />}>
      <Steps>
        <li>
          Open <Out href="https://console.cloud.google.com/">console.cloud.google.com</Out> and make a project, or
          choose one.
        </li>
        <li>
          Under “APIs &amp; Services”, “Library”, enable the <b>Google Calendar API</b>, and the <b>People API</b> if
          contacts are to be suggested or kept.
        </li>
        <li>
          Under “OAuth consent screen” choose “Internal” if all of you are in one Google Workspace, “External”
          otherwise. Add the scopes <Code>calendar.events</Code> and <Code>calendar.calendarlist.readonly</Code>, and
          for contacts <Code>contacts</Code>, <Code>contacts.readonly</Code> and <Code>contacts.other.readonly</Code>.
        </li>
        <li>
          Publish the app. While it is in “Testing” with external users, Google ends every connection after seven days.
        </li>
        <li>
          Under “Credentials” create an “OAuth client ID” of the type “Web application”, with these two redirect
          addresses, character by character:
          <Addresses of="google" connecting={connecting} signIn={signIn} />
        </li>
        <li>
          Start this instance with <Code>GOOGLE_CLIENT_ID</Code> and <Code>GOOGLE_CLIENT_SECRET</Code> set to what
          Google shows.
        </li>
      </Steps>
    </Section>
  );
}

export function MicrosoftSteps({ isRegistered, connecting, signIn }: Registration) {
  return (
    <Section id="microsoft" title="Microsoft" aside={<State isOn={isRegistered} />}>
      <Steps>
        <li>
          Open <Out href="https://entra.microsoft.com/">entra.microsoft.com</Out>, “App registrations”, “New
          registration”.
        </li>
        <li>
          Choose “Accounts in any organizational directory and personal Microsoft accounts”, so that everybody’s
          calendar can be connected.
        </li>
        <li>
          Under “Authentication” add the platform “Web”, with these two redirect addresses, character by character:
          <Addresses of="microsoft" connecting={connecting} signIn={signIn} />
        </li>
        <li>
          Under “API permissions” add these delegated permissions of Microsoft Graph: <Code>offline_access</Code>,{" "}
          <Code>openid</Code>, <Code>email</Code>, <Code>profile</Code>, <Code>User.Read</Code>,{" "}
          <Code>Calendars.ReadWrite</Code>, and for contacts <Code>Contacts.ReadWrite</Code>, <Code>Contacts.Read</Code>{" "}
          and <Code>People.Read</Code>. Some organisations want an administrator to consent.
        </li>
        <li>
          Under “Certificates &amp; secrets” make a client secret. Its value is shown once, and it ends on the day that
          you choose: make the next one before that.
        </li>
        <li>
          Start this instance with <Code>MICROSOFT_CLIENT_ID</Code> set to the “Application (client) ID” and{" "}
          <Code>MICROSOFT_CLIENT_SECRET</Code> to the secret’s value.
        </li>
      </Steps>
    </Section>
  );
}

function State({ isOn }: { isOn: boolean }) {
  return <Badge state={isOn ? "active" : "off"}>{isOn ? "This instance is registered" : "Not registered yet"}</Badge>;
}

function Steps({ children }: { children: ReactNode }) {
  return <ol className="max-w-form list-decimal space-y-4 ps-6">{children}</ol>;
}

function Addresses({ of, connecting, signIn }: { of: string; connecting: string; signIn: string }) {
  return (
    <div className="mt-3 space-y-4">
      <CopyField label="For connecting calendars" name={`${of}-connecting`} value={connecting} />
      <CopyField label="For signing in" name={`${of}-sign-in`} value={signIn} />
    </div>
  );
}

function Out({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  );
}

function Code({ children }: { children: string }) {
  return <code className="rounded bg-well [overflow-wrap:anywhere] px-1 font-mono text-small">{children}</code>;
}
