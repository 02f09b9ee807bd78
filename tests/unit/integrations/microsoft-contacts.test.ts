import { afterAll, afterEach, describe, expect, it } from "vitest";
import { addHost, startMicrosoft } from "./microsoft-account";

const { fake, provider } = await startMicrosoft();
afterEach(() => {
  expect(fake.complaints).toEqual([]);
  fake.reset();
});
afterAll(() => fake.stop());

const scopes = ["Contacts.ReadWrite", "People.Read"];

describe("searching people at Microsoft", () => {
  it("merges those who matter with those who are kept, each address once and ten at most", async () => {
    const { access, account } = addHost(fake, { scopes });
    account.addPerson({ name: "Grace Hopper", email: "grace@navy.example" });
    account.addContact({ name: "Grace H.", email: "GRACE@navy.example" });
    account.addContact({ name: "Grace Kelly", email: "kelly@monaco.example" });
    account.addContact({ name: "Someone Else", email: "else@example.com" });
    expect(await provider.searchContacts(access, " grace ")).toEqual({
      ok: true,
      value: [
        { name: "Grace Hopper", email: "grace@navy.example" },
        { name: "Grace Kelly", email: "kelly@monaco.example" },
      ],
    });
    for (let index = 0; index < 12; index++)
      account.addContact({ name: `Grace ${index}`, email: `g${index}@x.example` });
    const found = await provider.searchContacts(access, "Grace");
    expect(found.ok && found.value).toHaveLength(10);
  });

  it("finds a contact by family name and by whole address", async () => {
    const { access, account } = addHost(fake, { scopes });
    account.addContact({ name: "Grace Hopper", email: "grace@navy.example" });
    const found = { ok: true, value: [{ name: "Grace Hopper", email: "grace@navy.example" }] };
    expect(await provider.searchContacts(access, "hopp")).toEqual(found);
    expect(await provider.searchContacts(access, "Grace@Navy.example")).toEqual(found);
  });

  it("takes quotes for what somebody typed, and not for the end of the search", async () => {
    const { access, account } = addHost(fake, { scopes });
    account.addContact({ name: "O'Hara Scarlett", email: "scarlett@tara.example" });
    expect(await provider.searchContacts(access, `O'Hara`)).toMatchObject({ ok: true, value: [{}] });
    expect(await provider.searchContacts(access, `x') or startswith(displayName,'O`)).toEqual({ ok: true, value: [] });
    expect(await provider.searchContacts(access, `"sca" \\`)).toMatchObject({ ok: true, value: [{}] });
    expect(await provider.searchContacts(access, `"\\`)).toEqual({ ok: true, value: [] });
  });

  it("makes do with one of the two, and does not take the calendars for lost without both", async () => {
    const half = addHost(fake, { scopes: ["Contacts.Read"] });
    half.account.addContact({ name: "Grace Hopper", email: "grace@navy.example" });
    expect(await provider.searchContacts(half.access, "grace")).toMatchObject({ ok: true, value: [{}] });
    const none = addHost(fake, { email: "none@contoso.example" });
    const refused = { ok: false, failure: { kind: "refused" } };
    expect(await provider.searchContacts(none.access, "grace")).toMatchObject(refused);
    const person = { name: "Grace", email: "grace@navy.example" };
    expect(await provider.saveContact(none.access, person)).toMatchObject(refused);
  });
});

describe("saving a contact at Microsoft", () => {
  it("keeps each address once, with its name in parts", async () => {
    const { access, account } = addHost(fake, { scopes });
    const saved = { ok: true, value: null };
    expect(await provider.saveContact(access, { name: "Grace Brewster Hopper", email: "grace@navy.example" })).toEqual(
      saved,
    );
    expect(await provider.saveContact(access, { name: "Grace", email: "Grace@Navy.example" })).toEqual(saved);
    expect(account.contacts()).toMatchObject([
      {
        displayName: "Grace Brewster Hopper",
        givenName: "Grace",
        surname: "Brewster Hopper",
        emailAddresses: [{ address: "grace@navy.example" }],
      },
    ]);
  });

  it("keeps somebody without a name by their address", async () => {
    const { access, account } = addHost(fake, { scopes });
    await provider.saveContact(access, { name: " ", email: "o'hara@tara.example" });
    await provider.saveContact(access, { name: " ", email: "o'hara@tara.example" });
    expect(account.contacts()).toMatchObject([{ emailAddresses: [{ address: "o'hara@tara.example" }] }]);
  });
});
