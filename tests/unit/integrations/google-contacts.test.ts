import { describe, expect, it } from "vitest";
import { email, failureOf, useGoogle, valueOf } from "./google-account";

const { google, provider, calls, access, account } = await useGoogle();

const both = ["contacts.readonly", "contacts.other.readonly"];
const grace = { name: "Grace Hopper", email: "grace@example.org" };

describe("searching contacts", () => {
  it("finds people among the host's own and those they wrote to, each address once", async () => {
    account().addContact(grace);
    account().addOtherContact({ name: "Grace Old Entry", email: "GRACE@example.org" });
    account().addOtherContact({ name: "Gracie Allen", email: "gracie@example.org" });
    expect(valueOf(await provider.searchContacts(access(both), "gra"))).toEqual([
      grace,
      { name: "Gracie Allen", email: "gracie@example.org" },
    ]);
    expect(google.complaints).toEqual([]);
  });

  it("tells Google once beforehand that it will search", async () => {
    account().addContact(grace);
    const token = access(both);
    for (const query of ["gra", "grac", "grace"])
      expect(valueOf(await provider.searchContacts(token, query))).toEqual([grace]);
    expect(calls("people.searchContacts").map(({ query }) => query.query)).toEqual(["", "gra", "grac", "grace"]);
  });

  it("gives ten at most", async () => {
    for (let count = 0; count < 9; count++) {
      account().addContact({ name: `Gr ${count}`, email: `own${count}@example.org` });
      account().addOtherContact({ name: `Gr ${count}`, email: `other${count}@example.org` });
    }
    expect(valueOf(await provider.searchContacts(access(both), "gr"))).toHaveLength(10);
  });

  it("asks nobody about nothing", async () => {
    expect(valueOf(await provider.searchContacts(access(both), "  "))).toEqual([]);
    expect(google.requests).toEqual([]);
  });

  it("does with one of the two where the other was not granted, and without both the account stays good", async () => {
    account().addContact(grace);
    expect(valueOf(await provider.searchContacts(access(["contacts.readonly"]), "gra"))).toEqual([grace]);
    account().revokeAccess();
    expect(failureOf(await provider.searchContacts(access(["calendar.events"]), "gra")).kind).toBe("refused");
  });

  it("is tried again where Google stumbles", async () => {
    google.fail("*", { status: 503 }, 2);
    expect(failureOf(await provider.searchContacts(access(both), "gra"))).toMatchObject({ mayHaveHappened: false });
  });
});

describe("saving a contact", () => {
  it("is done once for each address", async () => {
    const token = access(["contacts"]);
    expect(valueOf(await provider.saveContact(token, grace))).toBeNull();
    expect(calls("people.createContact")).toHaveLength(1);
    expect(google.complaints).toEqual([]);
    expect(valueOf(await provider.saveContact(token, { ...grace, email: "Grace@example.org" }))).toBeNull();
    expect(calls("people.createContact")).toHaveLength(1);
    expect(valueOf(await provider.searchContacts(access(["contacts"]), "hopper"))).toEqual([grace]);
  });

  it("needs no name", async () => {
    google.people.needsWarmUp = false;
    expect(valueOf(await provider.saveContact(access(["contacts"]), { name: "", email }))).toBeNull();
    expect(valueOf(await provider.searchContacts(access(["contacts"]), "ada"))).toEqual([{ name: email, email }]);
  });

  it("may have happened where no answer came, and has not where the pace was too quick", async () => {
    google.fail("people.createContact", { kind: "lost_answer" });
    expect(failureOf(await provider.saveContact(access(["contacts"]), grace))).toMatchObject({ mayHaveHappened: true });
    google.reset();
    google.addAccount({ email });
    google.fail("people.createContact", { status: 429 });
    expect(failureOf(await provider.saveContact(access(["contacts"]), grace))).toMatchObject({
      mayHaveHappened: false,
    });
  });

  it("is refused where that was not granted", async () => {
    expect(failureOf(await provider.saveContact(access(both), grace)).kind).toBe("refused");
  });
});
