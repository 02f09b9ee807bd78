import { data, redirect } from "@remix-run/node";
import { listActiveHosts } from "~/domain/event-types/choices.server";
import { changeMember, whyNotDeactivatable } from "~/domain/workspaces/change-member.server";
import { withdrawInvitation } from "~/domain/workspaces/invitations.server";
import type { Settled } from "~/domain/workspaces/left-behind";
import { LeftBehindInput } from "~/domain/workspaces/left-behind-input";
import { findLeftBehind } from "~/domain/workspaces/left-behind.server";
import { memberWords } from "~/domain/workspaces/member-words";
import { findMember } from "~/domain/workspaces/members.server";
import { removeMember, whyNotRemovable } from "~/domain/workspaces/remove-member.server";
import { may } from "~/domain/workspaces/roles";
import { settleLeftBehind } from "~/domain/workspaces/settle-left-behind.server";
import { paths } from "~/paths";
import { requireHost } from "./auth.server";
import { parseForm, readFields, type FieldError, type FormValues } from "./form.server";
import { hostClock } from "./host-page.server";

type Deed = "remove" | "deactivate";

/** What somebody who goes leaves behind, and who could go on with it. */
export async function loadLeaving(request: Request, id: string | undefined, deed: Deed) {
  const target = await requireTarget(request, id, deed);
  const { kind, member, workspace, user, role } = target;
  if (deed === "deactivate" && kind !== "deactivate") throw redirect(paths.removeMember(member.id));
  if (kind === "deactivate" && member.status === "deactivated") throw redirect(paths.member(member.id));
  const clock = hostClock(request, user);
  const page = { kind, who: member.name ?? member.email, workspaceName: workspace.name, clock, viewerId: user.id };
  const barred = kind === "withdraw" ? null : await whyBarred(target);
  if (kind === "withdraw" || barred) return { ...page, barred, left: null, people: [], mayOffer: false };
  const [left, hosts] = await Promise.all([
    findLeftBehind({ workspaceId: workspace.id, userId: member.id, now: clock.now }),
    listActiveHosts(workspace.id),
  ]);
  const people = hosts.filter((host) => host.id !== member.id).map(({ id, name }) => ({ id, name }));
  return { ...page, barred, left, people, mayOffer: may(role, "event-types.change-any") };
}

/** Settles what was chosen; the membership ends when nobody counts on its member any more. */
export async function submitLeaving(request: Request, id: string | undefined, deed: Deed) {
  const fields = await readFields(request);
  const target = await requireTarget(request, id, deed);
  const { kind, member, workspace, user, role } = target;
  const workspaceId = workspace.id;
  const now = Date.now();
  const outcome = { kind, who: member.name ?? member.email, workspaceName: workspace.name, isSelf: kind === "leave" };
  if (kind === "withdraw") {
    await withdrawInvitation({ workspaceId, userId: user.id, id: member.id, now });
    return { outcome: "gone" as const, ...outcome, settled: null };
  }
  const barred = await whyBarred(target);
  if (barred) return refused({ values: {}, errors: [{ path: "", message: barred }], settled: null });
  const form = parseForm(fields, LeftBehindInput, choicesIn);
  if (!form.ok) return refused({ ...form.problem, settled: null }, 400);

  const { choices, message: reason } = form.data;
  const actor = { userId: user.id, role };
  const settled = await settleLeftBehind({ workspaceId, actor, userId: member.id, choices, reason, now });
  if (settled.unsettled.length > 0) return refused({ values: form.values, errors: [], settled });
  const who = { workspaceId, actorId: user.id, userId: member.id, now };
  const ended = await (kind === "deactivate" ? changeMember({ ...who, status: "deactivated" }) : removeMember(who));
  if (ended.ok || ended.reason === "unknown") return { outcome: "gone" as const, ...outcome, settled };
  const isLeftOver = ended.reason === "has_bookings" || ended.reason === "hosts_event_types";
  const message = isLeftOver ? leftOver : memberWords[ended.reason];
  return refused({ values: form.values, errors: [{ path: "", message }], settled });
}

const leftOver = "Something is left: it came in meanwhile, or was more than one form takes. Settle it here, too.";

type Refused = { values: FormValues; errors: FieldError[]; settled: Settled | null };

function refused(problem: Refused, status = 409) {
  return data({ outcome: "refused" as const, ...problem }, { status });
}

/** Oneself may always be the one who goes; others need the right. */
async function requireTarget(request: Request, id: string | undefined, deed: Deed) {
  const host = await requireHost(request, "workspace.read");
  const member = await findMember(host.workspace.id, id, Date.now());
  const isSelf = member?.userId === host.user.id;
  if (!member || (!isSelf && !may(host.role, "members.change")))
    throw data("There is no such member.", { status: 404 });
  const kind = member.status === "invited" ? "withdraw" : deed === "deactivate" && !isSelf ? deed : null;
  return { ...host, member, deed, kind: kind ?? (isSelf ? "leave" : "remove") } as const;
}

type Target = Awaited<ReturnType<typeof requireTarget>>;

/** Whatever is done about what they leave behind. */
async function whyBarred({ workspace, user, member, deed }: Target) {
  const who = { workspaceId: workspace.id, actorId: user.id, userId: member.id };
  const reason = await (deed === "deactivate" ? whyNotDeactivatable(who) : whyNotRemovable(who));
  if (reason === "unknown") throw data("There is no such member.", { status: 404 });
  return reason && memberWords[reason];
}

function choicesIn(form: URLSearchParams) {
  const named = (prefix: string) =>
    [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : []));
  return {
    all: form.get("all") ?? "",
    otherwise_cancel: form.get("otherwise_cancel") !== null,
    message: form.get("message") ?? "",
    meetings: named("meeting-"),
    event_types: named("event-type-"),
  };
}
