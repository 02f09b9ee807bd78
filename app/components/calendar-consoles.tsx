import type { ReactNode } from "react";
import { Code, Out, Steps } from "./help/parts";

/** What whoever runs an instance does at a provider, once. `addresses` are those that it sends people back to. */
type Props = { addresses: ReactNode };

export function GoogleConsole({ addresses }: Props) {
  return (
    <Steps>
      <li>
        Open <Out href="https://console.cloud.google.com/">console.cloud.google.com</Out> and make a project, or choose
        one.
      </li>
      <li>
        Under “APIs &amp; Services”, “Library”, enable the <b>Google Calendar API</b>, and the <b>People API</b> if
        contacts are to be suggested or kept.
      </li>
      <li>
        Under “OAuth consent screen” choose “Internal” if all of you are in one Google Workspace, “External” otherwise.
        Add the scopes <Code>calendar.events</Code> and <Code>calendar.calendarlist.readonly</Code>, and for contacts{" "}
        <Code>contacts</Code>, <Code>contacts.readonly</Code> and <Code>contacts.other.readonly</Code>.
      </li>
      <li>
        Publish the app. While it is in “Testing” with external users, Google ends every connection after seven days.
      </li>
      <li>
        Under “Credentials” create an “OAuth client ID” of the type “Web application”, with these two redirect
        addresses, character by character:
        {addresses}
      </li>
      <li>
        Start this instance with <Code>GOOGLE_CLIENT_ID</Code> and <Code>GOOGLE_CLIENT_SECRET</Code> set to what Google
        shows.
      </li>
    </Steps>
  );
}

export function MicrosoftConsole({ addresses }: Props) {
  return (
    <Steps>
      <li>
        Open <Out href="https://entra.microsoft.com/">entra.microsoft.com</Out>, “App registrations”, “New
        registration”.
      </li>
      <li>
        Choose “Accounts in any organizational directory and personal Microsoft accounts”, so that everybody’s calendar
        can be connected.
      </li>
      <li>
        Under “Authentication” add the platform “Web”, with these two redirect addresses, character by character:
        {addresses}
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
  );
}
