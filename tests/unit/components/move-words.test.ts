import { describe, expect, it } from "vitest";
import { plainText } from "~/components/cause-words";
import { settledWords, type Move } from "~/components/move-words";

const now = Date.parse("2026-11-18T09:42:00Z");
const clock = { zone: "Europe/Oslo", locale: "en", now };

function words(given: Partial<Move>, { isRefusal = true, viewerId = "viewer" } = {}) {
  const move = {
    id: "1",
    move: "confirmed",
    actorKind: "user",
    actorId: "maya",
    actorName: "Maya Lind",
    reason: null,
    startBefore: null,
    startAfter: null,
    hostBefore: null,
    hostAfter: null,
    createdAt: new Date(now - 3000),
    ...given,
  } satisfies Move;
  return plainText(settledWords(move, { clock, viewerId, isRefusal }));
}

describe("what somebody who comes too late is told", () => {
  it("is who was faster, a moment ago or when", () => {
    expect(words({})).toBe("Maya Lind confirmed it a moment before you.");
    expect(words({}, { isRefusal: false })).toBe("Maya Lind confirmed it a moment ago.");
    expect(words({ createdAt: new Date(now - 3_600_000) })).toBe("Maya Lind confirmed it, Wed 18 Nov, 09:42.");
  });

  it("names the reader, the invitee, those who have left, and nobody where time did it", () => {
    expect(words({}, { viewerId: "maya" })).toBe("You confirmed it a moment ago.");
    const byLink = { move: "cancelled", actorKind: "invitee", actorId: null, actorName: null } as const;
    expect(words(byLink)).toBe("The invitee cancelled it by their link a moment before you.");
    expect(words({ move: "declined", actorId: null, actorName: null })).toMatch(/^Somebody who has left declined it/);
    const byTime = { actorKind: "system", actorId: null, actorName: null } as const;
    expect(words({ ...byTime, move: "expired" })).toMatch(/^It was not confirmed in time, so it was cancelled/);
    expect(words({ ...byTime, move: "completed" })).toMatch(/^It was held/);
    expect(words({ move: "booked" })).toMatch(/^It needed no answer when it was booked/);
  });
});
