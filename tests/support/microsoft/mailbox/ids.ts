import { createHash, randomBytes, randomUUID } from "node:crypto";

/** An item of Outlook has two names: one that changes when it is moved, and one that stays. */
export type Ids = { id: string; immutableId: string };

export function newIds(): Ids {
  return { id: movableId(), immutableId: `AAkALgAAAAAA${randomBytes(42).toString("base64url")}AAA=` };
}

export function movableId() {
  return `AAMkAG${randomBytes(48).toString("base64url")}AAA=`;
}

export function newChangeKey() {
  return `${randomBytes(15).toString("base64")}==`;
}

/** Those of an event that another calendar system would see. */
export function newUid() {
  return `040000008200E00074C5B7101A82E008${randomBytes(40).toString("hex").toUpperCase()}`;
}

/** One of a series is named after it and after the start that its pattern gave it. */
export function occurrenceIds(series: Ids, originalStart: number): Ids {
  const suffix = `.${originalStart.toString(36)}`;
  return { id: series.id + suffix, immutableId: series.immutableId + suffix };
}

export function partsOfOccurrenceId(id: string): { series: string; originalStart: number } | null {
  const [, series, suffix] = /^(.+)\.([0-9a-z]+)$/.exec(id) ?? [];
  return series && suffix ? { series, originalStart: parseInt(suffix, 36) } : null;
}

export function isNamed(ids: Ids, id: string) {
  return ids.id === id || ids.immutableId === id;
}

/** The key of a person to one app: another one than in the directory. */
export function pairwise(id: string) {
  return createHash("sha256").update(id).digest("base64url");
}

export const newGuid = randomUUID;

/** Personal accounts have sixteen digits where others have a GUID. */
export function newPersonalId() {
  return randomBytes(8).toString("hex");
}
