import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const providers = await startProviders();
const { google, reset, stop } = providers;
const { accountsOf, arrive, consentAt, hostWithMailboxes, leave } = await import("../../support/connecting");
const { connectContacts, contactScopes } = await import("../../support/contact-accounts");
const { createWorkspace, signIn } = await import("../../support/factories");
const { get, noticeOf, postForm } = await import("../../support/requests");
const { db } = await import("~db/client");
const { auditLog } = await import("~db/schema");
const page = await import("~/routes/booking.calendars.accounts.$id.contacts");

beforeEach(reset);
afterAll(stop);

async function hostWithContacts(given: Parameters<typeof connectContacts>[3] = {}) {
  const { workspace, owner } = await createWorkspace();
  const account = await connectContacts(providers, "google", { workspace, user: owner }, given);
  return { owner, account, ...(await signIn(owner)) };
}

function at(id: string, cookie: string) {
  const url = `/booking/calendars/accounts/${id}/contacts`;
  return {
    read: async () => (await get(page, url, { cookie, params: { id } })).body,
    save: (fields: Record<string, string>) => postForm(page, url, fields, { cookie, params: { id } }),
  };
}

describe("the contacts of a connected account", () => {
  it("are kept or not as its host chooses, at any time, and the log says so", async () => {
    const { owner, account, cookie } = await hostWithContacts();
    const { read, save } = at(account.accountId, cookie);
    const savesContacts = async () => (await accountsOf(owner.id))[0]!.savesContacts;
    expect(await noticeOf(await save({ saves_contacts: "on" }))).toMatchObject({ kind: "ok" });
    expect([await savesContacts(), (await read()).savesContacts]).toEqual([true, true]);
    await save({});
    expect(await savesContacts()).toBe(false);
    const lines = await db.select().from(auditLog).where(eq(auditLog.subjectId, account.accountId));
    expect(lines.map(({ action, details }) => [action, details])).toEqual([
      ["calendar_account.changed", { savesContacts: true }],
      ["calendar_account.changed", { savesContacts: false }],
    ]);
  });

  it("cannot be kept where that was not granted, which the page says", async () => {
    const { owner, account, cookie } = await hostWithContacts({ scopes: ["contacts.readonly"] });
    const { read, save } = at(account.accountId, cookie);
    expect((await read()).allowed).toEqual({ searchContacts: true, saveContacts: false });
    const refused = await save({ saves_contacts: "on" });
    expect([refused.status, refused.body]).toMatchObject([409, { problem: { errors: [{ path: "saves_contacts" }] } }]);
    expect((await accountsOf(owner.id))[0]!.savesContacts).toBe(false);
  });

  it("are asked for later, with what was granted before", async () => {
    const { owner, cookie, email } = await hostWithMailboxes(providers);
    const connect = async (fields: Record<string, string>) =>
      arrive(await consentAt(google, await leave(cookie, "google", fields), { email }), "google", cookie);
    await connect({});
    const wish = async () => {
      const [{ id } = { id: "" }] = await accountsOf(owner.id);
      return at(id, cookie).read();
    };
    const { id, allowed } = await wish();
    expect(allowed).toEqual({ searchContacts: false, saveContacts: false });
    await connect({ account: id, search_contacts: "on" });
    expect((await wish()).allowed).toEqual({ searchContacts: true, saveContacts: false });
    await connect({ account: id, save_contacts: "on" });
    expect(await wish()).toMatchObject({
      id,
      allowed: { searchContacts: true, saveContacts: true },
      savesContacts: true,
    });
    const asked = new URL(await leave(cookie, "google", { account: id })).searchParams.get("scope")!;
    for (const scope of contactScopes.google) expect(asked).toContain(scope);
  });

  it("are nobody else's to see or change", async () => {
    const { owner, account } = await hostWithContacts();
    const { cookie } = await hostWithContacts();
    const answers = [
      await at(account.accountId, cookie).save({ saves_contacts: "on" }),
      await at("x", cookie).save({}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await accountsOf(owner.id))[0]!.savesContacts).toBe(false);
  });
});
