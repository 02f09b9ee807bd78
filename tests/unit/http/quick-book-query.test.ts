import { describe, expect, it } from "vitest";
import { readQuickBookQuery } from "~/http/quick-book-query.server";

const id = "6f9619ff-8b86-4d01-b42d-00c04fc964ff";
const read = (text: string) => readQuickBookQuery(new URLSearchParams(text));

describe("the address of a quick book", () => {
  it("names what to book, for whom, and when", () => {
    const { kept, wish } = read(
      `event=${id.toUpperCase()}&from=${id}&host=${id}&duration=45&name=+Mei+Tanaka+&email=mei@example.org&timezone=Asia/Tokyo&locale=de-AT&start=2026-11-23T09:00:00Z`,
    );
    expect(kept).toMatchObject({ event: id, from: id, host: id, duration: "45", name: "Mei Tanaka" });
    expect(kept).toMatchObject({ email: "mei@example.org", timezone: "Asia/Tokyo", locale: "de-AT", notes: null });
    expect(wish).toEqual({ start: Date.parse("2026-11-23T09:00:00Z"), month: null, day: null, hints: [] });
  });

  it("says nothing by what makes no sense", () => {
    const { kept } = read("from=1&host=me&timezone=Mars/Base&locale=fr&name=%00&email=");
    expect(Object.values(kept)).toEqual(Array(12).fill(null));
  });

  it("names whose time it is: a team by its slug, members by their ids, each once", () => {
    const other = id.replace("6f", "7f");
    const { kept } = read(`team=Calibration&members=${id},me,${other.toUpperCase()},,${id}`);
    expect([kept.team, kept.members]).toEqual(["calibration", `${id},${other}`]);
    expect(read("team=%00../&members=,").kept).toMatchObject({ team: null, members: null });
    expect(read(`members=${Array(500).fill(id).join(",")}`).kept.members).toBe(id);
  });

  it("keeps an unknown event type, so that the page can say that there is none", () => {
    expect(read("event=intro").kept.event).toBe("intro");
  });

  it("takes a language that mails are written in, with habits that exist", () => {
    const localeOf = (text: string) => read(`locale=${encodeURIComponent(text)}`).kept.locale;
    expect(["en", "de", "en-GB", "de-CH"].map(localeOf)).toEqual(["en", "de", "en-GB", "de-CH"]);
    for (const odd of ["pl", "de-", "de-abc", "de_DE", "en-x", `de-${"a".repeat(40)}`]) {
      expect(localeOf(odd), odd).toBeNull();
    }
  });

  it("says which time could not be read; the public page's name for it means nothing here", () => {
    expect(read("start=soon").wish.hints).toEqual(["time"]);
    expect(read("time=2026-11-23T09:00:00Z").wish).toMatchObject({ start: null, hints: [] });
  });

  it("cuts what is longer than any form takes", () => {
    const { kept } = read(`name=${"x".repeat(500)}&notes=${"y".repeat(5000)}`);
    expect([kept.name?.length, kept.notes?.length]).toEqual([100, 2000]);
  });
});
