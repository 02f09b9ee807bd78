import { describe, expect, it } from "vitest";
import { topics } from "~/components/help/topics";
import * as index from "~/routes/help._index";
import * as topicRoute from "~/routes/help.$topic";
import { createUser, signIn } from "../../support/factories";
import { get } from "../../support/requests";

const open = (topic: string) => get(topicRoute, `/help/${topic}`, { params: { topic } });
const search = (q: string) => get(index, `/help?q=${q}`);

describe("the guide's pages", () => {
  it("are there for everybody, and say whether somebody is signed in", async () => {
    const stranger = await get(index, "/help");
    expect([stranger.status, stranger.body.isSignedIn]).toEqual([200, false]);
    const { cookie } = await signIn(await createUser());
    const known = await get(index, "/help", { cookie });
    expect([known.status, known.body.isSignedIn]).toEqual([200, true]);
  });

  it("have one for each topic, and none for anything else", async () => {
    for (const { slug } of topics) expect([slug, (await open(slug)).status]).toEqual([slug, 200]);
    for (const slug of ["nope", "__proto__", "calendars%00", "../login", ""])
      expect([slug, (await open(slug)).status]).toEqual([slug, 404]);
  });
});

describe("a search in the guide", () => {
  it("gives the places with the words marked, and nothing else of the guide", async () => {
    const { body } = await search("slash");
    expect(body.found.length).toBeGreaterThan(0);
    expect(body.found[0]).toMatchObject({ id: "redirect-uri-mismatch", topic: { slug: "troubleshooting" } });
    expect(body.found[0]!.excerpt.some(({ isFound, text }) => isFound && text === "slash")).toBe(true);
    expect(Object.keys(body.found[0]!).sort()).toEqual(["excerpt", "id", "title", "topic"]);
  });

  it("takes an empty one for none", async () => {
    for (const q of ["", "+++", "%00", "%0A"]) expect((await search(q)).body).toMatchObject({ query: "", found: [] });
  });

  it("takes anything that can stand in an address", async () => {
    const odd = [
      "%3Cscript%3Ealert(1)%3C/script%3E",
      "%",
      "%FF%FE",
      "a".repeat(8000),
      "%F0%9F%A6%8A",
      "a%00b",
      "(%5B%5C",
      "q&q=x",
    ];
    for (const q of odd) {
      const { status, body } = await search(q);
      expect([q, status]).toEqual([q, 200]);
      expect(body.query.length).toBeLessThanOrEqual(100);
    }
  });
});
