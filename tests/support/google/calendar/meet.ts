import { createHash } from "node:crypto";
import { Refusal } from "../refusals";
import type { Calendar, Entry, GoogleEvent, Stored, World } from "../world";
import { put } from "./store";

type Conference = Pick<GoogleEvent, "conferenceData" | "hangoutLink">;

/** The conference after a write. Without `conferenceDataVersion=1` a body says nothing about conferences. */
export function conferenceAfter(
  world: World,
  entry: Entry,
  before: GoogleEvent | null,
  body: GoogleEvent,
  version = 0,
): Conference {
  if (version > 1) throw new Refusal(400, "invalid", "Invalid conferenceDataVersion.", "conferenceDataVersion");
  const kept: Conference = before ? { conferenceData: before.conferenceData, hangoutLink: before.hangoutLink } : {};
  if (version === 0 || body.conferenceData === undefined) return kept;
  const asked = body.conferenceData?.createRequest;
  if (body.conferenceData === null) return { conferenceData: undefined, hangoutLink: undefined };
  if (!asked || asked.requestId === kept.conferenceData?.createRequest?.requestId) return kept;
  if (!asked.requestId) throw new Refusal(400, "required", "Missing conference request id.");
  const type = asked.conferenceSolutionKey?.type ?? "hangoutsMeet";
  if (!entry.allowedConferenceSolutionTypes.includes(type)) {
    throw new Refusal(400, "invalid", "Invalid conference type value.");
  }
  return request(asked.requestId, type, world.meet.mode === "immediate" ? "success" : "pending");
}

/** Looking at an event once is what lets its pending conference come about, or fail. */
export function settleConference(world: World, calendar: Calendar, { event }: Stored): GoogleEvent {
  const asked = event.conferenceData?.createRequest;
  if (asked?.status?.statusCode !== "pending" || world.meet.mode === "pending_forever") return event;
  const outcome = world.meet.mode === "failure" ? "failure" : "success";
  return put(world, calendar, { ...event, ...request(asked.requestId!, asked.conferenceSolutionKey!.type!, outcome) });
}

function request(requestId: string, type: string, statusCode: "pending" | "success" | "failure"): Conference {
  const createRequest = { requestId, conferenceSolutionKey: { type }, status: { statusCode } };
  if (statusCode !== "success") return { conferenceData: { createRequest }, hangoutLink: undefined };
  const letters = createHash("sha256")
    .update(requestId)
    .digest("hex")
    .replace(/\d/g, (digit) => "ghijklmnop"[+digit]!);
  const conferenceId = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7, 10)}`;
  const uri = `https://meet.google.com/${conferenceId}`;
  const conferenceData = {
    createRequest,
    entryPoints: [{ entryPointType: "video", uri, label: uri.slice(8) }],
    conferenceSolution: { key: { type }, name: "Google Meet", iconUri: "https://meet.google.com/icon.png" },
    conferenceId,
  };
  return { conferenceData, hangoutLink: uri };
}
