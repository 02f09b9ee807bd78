import { describe, expect, it } from "vitest";
import { hostsHint, hostWords, placeWithHosts } from "~/components/offer-words";
import { translator, type Language } from "~/messages/translate";

const people = [{ name: "Ada Okafor" }, { name: "Bo Lindgren" }, { name: "Mei Tanaka" }];
const meet = { type: "google_meet", value: "", url: null };

function words(language: Language, hostCount: number, { isNamed = false, needsEverybody = false } = {}) {
  const offer = { hostCount, hosts: isNamed ? people.slice(0, hostCount) : [], needsEverybody, place: meet };
  const t = translator(language);
  return [hostWords, hostsHint, placeWithHosts].map((write) => write(t, offer, language));
}

function wordsForMany(hostCount: number, { needsEverybody = true } = {}) {
  const hosts = Array.from({ length: hostCount }, (_, index) => ({ name: `Host ${index + 1}` }));
  const offer = { hostCount, hosts, needsEverybody, place: meet };
  return [hostWords, hostsHint, placeWithHosts].map((write) => write(translator("en"), offer, "en"));
}

describe("who will be met", () => {
  it("is said by name where the event type says it", () => {
    const isNamed = true;
    expect(words("en", 1, { isNamed })).toEqual(["Ada Okafor", null, "Google Meet with Ada Okafor"]);
    const list = "Ada Okafor, Bo Lindgren, and Mei Tanaka";
    expect(words("en", 3, { isNamed })).toEqual(["One of 3 people", list, "Google Meet with one of 3 people"]);
    expect(words("en", 3, { isNamed, needsEverybody: true })).toEqual([list, null, `Google Meet with ${list}`]);
  });

  it("is said by number where it does not, and when one sees more", () => {
    const [one, all] = ["You see who it is once you have booked", "You see who they are once you have booked"];
    expect(words("en", 1)).toEqual(["One person", one, "Google Meet"]);
    expect(words("en", 3)).toEqual(["One of 3 people", one, "Google Meet with one of 3 people"]);
    expect(words("en", 3, { needsEverybody: true })).toEqual(["3 people", all, "Google Meet with 3 people"]);
    expect(words("en", 1, { needsEverybody: true })).toEqual(["One person", one, "Google Meet"]);
  });

  it("is said so in German too", () => {
    const [one, all] = ["Wer es ist, sehen Sie nach dem Buchen", "Wer sie sind, sehen Sie nach dem Buchen"];
    expect(words("de", 1)).toEqual(["Eine Person", one, "Google Meet"]);
    expect(words("de", 3)).toEqual(["Eine von 3 Personen", one, "Google Meet mit einer von 3 Personen"]);
    expect(words("de", 3, { needsEverybody: true })).toEqual(["3 Personen", all, "Google Meet mit 3 Personen"]);
  });

  it("is a number with the names under it where they are too many for a sentence", () => {
    const names = "Host 1, Host 2, Host 3, Host 4, and Host 5";
    expect(wordsForMany(5)).toEqual(["5 people", names, "Google Meet with 5 people"]);
    const [oneOf, hint] = wordsForMany(5, { needsEverybody: false });
    expect([oneOf, hint]).toEqual(["One of 5 people", names]);
  });

  it("is a number alone where nobody would read that many names", () => {
    expect(wordsForMany(12)[1]).toContain("Host 12");
    expect(wordsForMany(13)).toEqual(["13 people", null, "Google Meet with 13 people"]);
  });
});
