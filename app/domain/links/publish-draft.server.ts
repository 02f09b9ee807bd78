import { db, type Transaction } from "~db/client";
import type { Member } from "../event-types/event-type-rights";
import type { Step } from "./draft-fields";
import { draftChange } from "./link-draft";
import { takeDraft } from "./link-drafts.server";
import { Refused } from "./link-rows.server";
import { insertLink, saved, updateLink, type Saved } from "./save-link.server";

type Publish = { workspaceId: string; member: Member; id: string; now: number };
type Published = Saved | { ok: false; reason: "not_done"; step: Step };

/** Makes the link of a draft, or changes it, and the draft is gone with that. Of two who do it at once, one does. */
export async function publishDraft(publish: Publish): Promise<Published> {
  try {
    return await saved(publish, () => db.transaction((tx) => take(tx, publish)));
  } catch (error) {
    if (error instanceof NotDone) return { ok: false, reason: "not_done", step: error.step };
    throw error;
  }
}

async function take(tx: Transaction, { workspaceId, member, id, now }: Publish): Promise<string> {
  const draft = await takeDraft(tx, { workspaceId, userId: member.userId }, id);
  if (!draft) throw new Refused({ ok: false, reason: "not_found" });
  const read = draftChange(draft.values, { isNew: draft.linkId === null });
  if (!read.ok) throw new NotDone(read.step);
  const { change } = read;
  if (draft.linkId !== null) return updateLink(tx, { workspaceId, member, id: draft.linkId, change, now });
  return insertLink(tx, { workspaceId, member, input: { ...change, title: change.title! }, now });
}

/** A step cannot be published as it is now: the draft stays. */
class NotDone extends Error {
  constructor(readonly step: Step) {
    super(`${step} is not done`);
  }
}
