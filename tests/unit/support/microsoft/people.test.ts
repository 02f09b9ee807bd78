import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type FakeMicrosoft, startFakeMicrosoft } from "../../../support/microsoft";
import { type Answered, at, graphOf } from "./graph-call";

const microsoft: FakeMicrosoft = await startFakeMicrosoft();
afterAll(() => microsoft.stop());

const email = "maya@contoso.example";
const names = ({ body }: Answered) => body.value.map(({ displayName }: { displayName: string }) => displayName);
const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

describe("people", () => {
  let account: ReturnType<FakeMicrosoft["addAccount"]>;
  let graph: ReturnType<typeof graphOf>;

  beforeEach(() => {
    microsoft.reset();
    account = microsoft.addAccount({ email, timeZone: "Europe/Berlin" });
    graph = graphOf(microsoft, email);
  });

  it("among the contacts are found by the beginning of a name or by an address, and not by a search", async () => {
    account.addContact({ name: "Jo O'Neil", email: "jo@example.com" });
    account.addContact({ name: "Ann Jones", email: "ann@example.com" });
    const find = (filter: string) => graph(`/me/contacts?${query({ $filter: filter })}`);
    expect(names(await find("startswith(displayName,'jo')"))).toEqual(["Jo O'Neil"]);
    expect(names(await find("startswith(givenName,'jo') or startswith(surname,'jo')"))).toHaveLength(2);
    expect(names(await find("startswith(surname,'O''N')"))).toEqual(["Jo O'Neil"]);
    expect(names(await find("emailAddresses/any(a:a/address eq 'ANN@example.com')"))).toEqual(["Ann Jones"]);
    account.addContact({ name: "This or That", email: "o'neil@example.com" });
    expect(names(await find("emailAddresses/any(a:a/address eq 'o''neil@example.com')"))).toEqual(["This or That"]);
    expect(names(await find("startswith(displayName,'this or') or startswith(surname,'x')"))).toEqual(["This or That"]);
    expect((await find("contains(displayName,'jo')")).status).toBe(400);
    expect((await graph(`/me/contacts?${query({ $search: '"jo"' })}`)).status).toBe(400);
  });

  it("are kept as contacts with at most three addresses", async () => {
    const made = await graph("/me/contacts", { body: { givenName: "Ann", surname: "Lee" } });
    expect(made).toMatchObject({ status: 201, body: { displayName: "Ann Lee", id: expect.any(String) } });
    expect(account.contacts()).toHaveLength(1);
    const emailAddresses = Array.from({ length: 4 }, (_, index) => ({ address: `ann${index}@example.com` }));
    expect((await graph("/me/contacts", { body: { givenName: "Ann", emailAddresses } })).status).toBe(400);
    expect((await graph("/me/contacts", { body: { nickname: "Ann" } })).status).toBe(400);
  });

  it("that matter are searched by words in quotes", async () => {
    account.addPerson({ name: "Jo Doe", email: "jo@example.com" });
    account.addPerson({ name: "Ann Jones", email: "ann@example.com" });
    const find = (search: string) => graph(`/me/people?${query({ $search: search })}`);
    expect(names(await find('"jo"'))).toEqual(["Jo Doe", "Ann Jones"]);
    expect(names(await find('"jo doe"'))).toEqual(["Jo Doe"]);
    expect((await find("jo")).status).toBe(400);
  });

  it("are free or busy", async () => {
    account.defaultCalendar.addEvent({ start: at(9), end: at(10), showAs: "tentative" });
    account.defaultCalendar.addEvent({ start: at(10), end: at(11), showAs: "oof" });
    account.defaultCalendar.addEvent({ start: at(11), end: at(12), showAs: "workingElsewhere" });
    const asked = { startTime: at(8), endTime: at(12), availabilityViewInterval: 60 };
    const path = "/me/calendar/getSchedule";
    const { body } = await graph(path, { body: { schedules: [email, "nobody@example.com"], ...asked } });
    expect(body.value[0]).toMatchObject({ scheduleId: email, availabilityView: "0130" });
    expect(body.value[1]).toMatchObject({ error: { responseCode: "ErrorMailRecipientNotFound" } });
    microsoft.addAccount({ email: "home@outlook.example", personal: true });
    const personal = graphOf(microsoft, "home@outlook.example");
    expect((await personal(path, { body: { schedules: ["home@outlook.example"], ...asked } })).status).toBe(403);
    expect((await personal("/me")).body).toMatchObject({ mail: null, userPrincipalName: "home@outlook.example" });
  });

  it("have a zone by its Windows name", async () => {
    expect((await graph("/me/mailboxSettings")).body.timeZone).toBe("W. Europe Standard Time");
  });
});
