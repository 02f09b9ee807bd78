import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startProviders } from "../../support/providers";

const fakes = await startProviders();
const { google, microsoft, reset, stop } = fakes;
const { runJobs } = await import("../../support/jobs");
const { connectContacts } = await import("../../support/contact-accounts");
const { waitingJobs } = await import("../../support/connecting");
const { bookAt } = await import("../../support/written-calendars");
const { addMember, createEventType, createWorkspace } = await import("../../support/factories");
const { inOslo } = await import("../../support/orders");
const { client, db } = await import("~db/client");
const { bookingEventTypes, calendarAccounts } = await import("~db/schema");
const { confirm, decline } = await import("~/domain/bookings/respond.server");
const { reschedule } = await import("~/domain/bookings/reschedule.server");
const { saveContact } = await import("~/domain/calendars/save-contact.server");

beforeEach(async () => {
  reset();
  await client`delete from graphile_worker._private_jobs`;
});
afterAll(stop);

type Provider = "google" | "microsoft";
type Given = Partial<Parameters<typeof createEventType>[1]>;
const saving = { savesContacts: true };

async function hostAt(provider: Provider, given: Given = {}) {
  const { workspace, owner } = await createWorkspace();
  const eventType = await createEventType(workspace, { owner, ...given });
  const account = await connectContacts(fakes, provider, { workspace, user: owner }, saving);
  return { workspace, owner, eventType, account };
}

/** What the provider was asked to add, as text. */
function added(provider: Provider): string[] {
  const route = { google: "people.createContact", microsoft: "contacts.create" }[provider];
  return fakes[provider].requests.filter((each) => each.route === route).map((each) => JSON.stringify(each.body));
}

const jobs = () => waitingJobs("save_contact");

describe.each(["google", "microsoft"] as const)("a new invitee, in the %s contacts of a host who wishes it", (name) => {
  it("is kept once the booking is confirmed, once for each address", async () => {
    const host = await hostAt(name);
    await bookAt(host, 10, { name: "Mei <b>Tanaka</b>", email: "mei@example.org" });
    expect(await jobs()).toHaveLength(1);
    await runJobs();
    expect(added(name)).toEqual([expect.stringContaining("mei@example.org")]);
    expect(added(name)[0]).toContain("Mei <b>Tanaka</b>");
    await bookAt(host, 11, { name: "Mei", email: "MEI@example.org" });
    await runJobs();
    expect(added(name)).toHaveLength(1);
    expect([google.complaints, microsoft.complaints].flat()).toEqual([]);
  });

  it("is kept once also where the job runs twice, at once or again", async () => {
    const host = await hostAt(name);
    const { workspaceId, id: bookingId } = await bookAt(host, 10);
    const wanted = { workspaceId, bookingId, accountId: host.account.accountId };
    // Neither has found out yet what the other does.
    fakes[name].fail({ google: "people.searchContacts", microsoft: "contacts" }[name], { kind: "slow", ms: 150 }, 4);
    const done = await Promise.all([saveContact(wanted, Date.now()), saveContact(wanted, Date.now())]);
    expect([...done, await saveContact(wanted, Date.now())]).toEqual([null, null, null]);
    expect(added(name)).toHaveLength(1);
  });

  it("is not kept where the address is known", async () => {
    const host = await hostAt(name);
    host.account.mailbox.addContact({ name: "Dr. Tanaka", email: "Mei@Example.com" });
    await bookAt(host, 10);
    await runJobs();
    expect(added(name)).toEqual([]);
  });

  it("is tried for again where the provider stumbles, also after its answer was lost", async () => {
    const host = await hostAt(name);
    await bookAt(host, 10);
    fakes[name].fail({ google: "people.createContact", microsoft: "contacts.create" }[name], { kind: "lost_answer" });
    await runJobs();
    expect(added(name)).toHaveLength(1);
    expect(await jobs()).toHaveLength(1);
    // The connection that was cut may be noticed only by the next call, which then fails as well.
    for (let turn = 0; turn < 3 && (await jobs()).length > 0; turn++) {
      await client`update graphile_worker._private_jobs set run_at = now()`;
      await runJobs();
    }
    expect(await jobs()).toEqual([]);
    expect(added(name)).toHaveLength(1);
  });

  it("is given up where the provider says no for good", async () => {
    const host = await hostAt(name);
    await bookAt(host, 10);
    fakes[name].fail(
      { google: "people.createContact", microsoft: "contacts.create" }[name],
      name === "google" ? { status: 400 } : ({ status: 400, code: "RequestBodyRead" } as never),
    );
    await runJobs();
    expect(await jobs()).toEqual([]);
  });
});

describe("the job for a new invitee", () => {
  it("is there only for hosts of the booking who wish it", async () => {
    const { workspace, owner } = await createWorkspace();
    const colleague = await addMember(workspace);
    const eventType = await createEventType(workspace, { owner });
    await connectContacts(fakes, "google", { workspace, user: owner });
    await connectContacts(fakes, "google", { workspace, user: colleague }, saving);
    const left = await connectContacts(fakes, "google", { workspace, user: owner }, saving);
    await change(left.accountId, { disconnectedAt: new Date() });
    await bookAt({ workspace, eventType }, 10);
    expect(await jobs()).toEqual([]);
  });

  it("waits for the yes to a request, and a no makes none", async () => {
    const { owner, ...host } = await hostAt("google", { requiresConfirmation: true });
    const actor = { kind: "user", userId: owner.id } as const;
    const [asked, refused] = [await bookAt(host, 10), await bookAt(host, 11)];
    await decline({ booking: refused, actor, now: Date.now() });
    expect(await jobs()).toEqual([]);
    await confirm({ booking: asked, actor, now: Date.now() });
    expect(await jobs()).toEqual([
      { workspaceId: host.workspace.id, bookingId: asked.id, accountId: host.account.accountId },
    ]);
  });

  it("is there once a move makes a meeting of a request, and not once more for the next move", async () => {
    const { owner, ...host } = await hostAt("google", { requiresConfirmation: true });
    const actor = { kind: "user", userId: owner.id } as const;
    const asked = await bookAt(host, 10);
    await reschedule({ booking: asked, start: inOslo(11), actor, now: Date.now() });
    expect(await jobs()).toEqual([]);
    await db
      .update(bookingEventTypes)
      .set({ requiresConfirmation: false })
      .where(eq(bookingEventTypes.id, host.eventType.id));
    await reschedule({ booking: asked, start: inOslo(12), actor, now: Date.now() });
    expect(await jobs()).toHaveLength(1);
    await reschedule({ booking: asked, start: inOslo(14), actor, now: Date.now() + 1000 });
    expect(await jobs()).toHaveLength(1);
  });

  it("does nothing any more once the host has changed their mind, or what was granted has", async () => {
    const host = await hostAt("google");
    await bookAt(host, 10);
    await change(host.account.accountId, { savesContacts: false });
    await runJobs();
    await change(host.account.accountId, { savesContacts: true });
    await bookAt(host, 11);
    await change(host.account.accountId, { scopes: ["https://www.googleapis.com/auth/contacts.readonly"] });
    await runJobs();
    expect(google.requests).toEqual([]);
  });
});

function change(id: string, columns: Partial<typeof calendarAccounts.$inferInsert>) {
  return db.update(calendarAccounts).set(columns).where(eq(calendarAccounts.id, id));
}
