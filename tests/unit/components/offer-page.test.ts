import { describe, expect, it } from "vitest";
import { askHrefOf, hrefsOf, offerHref, whoBooks, type OfferPage } from "~/components/offer-page";

const nothing = { timezone: null, lang: null, duration: null, members: null, name: null, email: null, guests: null };
const design = { name: "Design", slug: "design" };

function page(kept: Partial<OfferPage["kept"]> = {}, team: typeof design | null = design) {
  const offer = { slug: "intro", team, link: null, takesRequests: true } as OfferPage["offer"];
  const workspace = { name: "Northlight", slug: "northlight" };
  return { workspace, offer, kept: { ...nothing, notes: null, ...kept }, answers: {} } as unknown as OfferPage;
}

describe("the links of a booking page", () => {
  it("stay on the team's address and with the members, whatever is chosen", () => {
    const hrefFor = hrefsOf(page({ members: "a,b", lang: "de", duration: "60" }), { name: ["Mei"], start: ["x"] });
    const all = { lang: "de", duration: "60", members: "a,b", name: "Mei" };
    for (const choice of [{ month: "2026-12" }, { date: "2026-12-24" }, { time: "2026-12-24T09:00:00Z" }]) {
      const url = new URL(hrefFor(choice), "http://x");
      expect(url.pathname).toBe("/book/northlight/intro/team/design");
      expect(Object.fromEntries(url.searchParams)).toEqual({ ...all, ...choice });
    }
  });

  it("keep the members of an event type's own page too", () => {
    expect(hrefsOf(page({ members: "a" }, null))({ month: "2026-12" })).toBe(
      "/book/northlight/intro?members=a&month=2026-12",
    );
  });

  it("ask the team and the members for a time, and name no team where there is none", () => {
    expect(askHrefOf(page({ members: "a" }))).toBe("/book/northlight/intro/ask?team=design&members=a");
    expect(askHrefOf(page({}, null))).toBe("/book/northlight/intro/ask");
  });

  it("begin at the team's own address", () => {
    const { workspace, offer } = page();
    expect(offerHref(workspace, offer)).toBe("/book/northlight/intro/team/design");
  });

  it("stay on a link's address, and ask there for a time", () => {
    const opened = page({ lang: "de" }, null);
    const byLink = { ...opened, offer: { ...opened.offer, link: { token: "t0k3n" } } } as OfferPage;
    expect(hrefsOf(byLink)({ month: "2026-12" })).toBe("/public/bookings/t0k3n?lang=de&month=2026-12");
    expect(askHrefOf(byLink)).toBe("/public/bookings/t0k3n/ask?lang=de");
  });

  it("carry the answers of the address until others were typed", () => {
    const answered = { ...page({}, null), answers: { "answers.days": ["Mon", "Tue"] } };
    const date = { date: "2026-12-24" };
    expect(hrefsOf(answered)(date)).toBe("/book/northlight/intro?answers.days=Mon&answers.days=Tue&date=2026-12-24");
    expect(hrefsOf(answered, { "answers.days": ["Wed"] })(date)).toBe(
      "/book/northlight/intro?answers.days=Wed&date=2026-12-24",
    );
  });
});

describe("who books", () => {
  const kept = { name: null, email: null };
  const recipient = { name: "Amara Okafor", email: "amara@example.com" };
  const offer = { link: { recipient } } as OfferPage["offer"];

  it("is known from a link that was made for them, unless the address names somebody", () => {
    expect(whoBooks({ offer, kept })).toEqual(recipient);
    expect(whoBooks({ offer, kept: { ...kept, name: "Mei" } })).toEqual({ ...recipient, name: "Mei" });
  });
});
