import { db } from "~db/client";
import { keepGrant } from "~/domain/calendars/access.server";
import { createCalendarAccount, unique } from "./factories";
import type { FakeGoogle } from "./google";
import type { FakeMicrosoft } from "./microsoft";

type Fakes = { google: FakeGoogle; microsoft: FakeMicrosoft };
type Member = { workspace: { id: string }; user: { id: string } };
type Given = { scopes?: string[]; savesContacts?: boolean };

/** What lets us search an account's contacts and add to them. */
export const contactScopes = {
  google: ["contacts", "contacts.other.readonly"],
  microsoft: ["Contacts.ReadWrite", "People.Read"],
};

const basic = {
  google: ["calendar.events", "calendar.calendarlist.readonly"],
  microsoft: ["offline_access", "User.Read", "Calendars.ReadWrite"],
};

/** A member's account at a provider, with what it was granted beside its calendars: its contacts, unless that is said. */
export async function connectContacts(
  fakes: Fakes,
  provider: "google" | "microsoft",
  { workspace, user }: Member,
  { scopes = contactScopes[provider], savesContacts = false }: Given = {},
) {
  const email = `${unique()}@example.com`;
  const mailbox = fakes[provider].addAccount({ email });
  const tokens = fakes[provider].grant({ email, scopes: [...basic[provider], ...scopes] });
  const account = await createCalendarAccount(workspace, user, { provider, email, subject: email, savesContacts });
  const { accessToken, refreshToken } = tokens;
  const grant = {
    accessToken,
    refreshToken: refreshToken!,
    expiresAt: Date.now() + 3_000_000,
    scopes: tokens.scope.split(" "),
  };
  const key = { workspaceId: workspace.id, accountId: account.id };
  await db.transaction((tx) => keepGrant(tx, key, grant));
  return { ...key, email, mailbox };
}
