import { describe, expect, it } from "vitest";
import { microsoftScopes } from "~/integrations/microsoft-scopes.server";

const { missing, allowed } = microsoftScopes;
const none = { searchContacts: false, saveContacts: false };
const all = { searchContacts: true, saveContacts: true };

describe("what Microsoft granted", () => {
  it("is enough without the scopes that it never names", () => {
    expect(missing(["User.Read", "Calendars.ReadWrite"], none)).toEqual([]);
  });

  it("is read in any case, and with Graph's address before it or without", () => {
    expect(missing(["https://graph.microsoft.com/user.read", "calendars.readwrite"], none)).toEqual([]);
    expect(missing(["HTTPS://GRAPH.MICROSOFT.COM/USER.READ", "CALENDARS.READWRITE"], none)).toEqual([]);
  });

  it("lacks, in words, what was wished for and not granted", () => {
    expect(missing(["User.Read", "Calendars.Read"], none)).toEqual(["see and change your calendars and their events"]);
    expect(missing(["User.Read", "Calendars.ReadWrite", "Contacts.Read"], all)).toEqual([
      "search the people you work with",
      "save new contacts",
    ]);
  });

  it("allows searching by one contacts scope or the other, and saving by one alone", () => {
    expect(allowed(["Contacts.Read", "People.Read"])).toEqual({ searchContacts: true, saveContacts: false });
    expect(allowed(["contacts.readwrite", "people.read"])).toEqual(all);
    expect(allowed(["Contacts.Read"])).toEqual(none);
  });

  it("is nothing where another address has scopes of the same name", () => {
    expect(missing(["https://elsewhere.example/User.Read", "Calendars.ReadWrite"], none)).toEqual(["see who you are"]);
  });
});
