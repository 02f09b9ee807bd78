import { data, redirect } from "@remix-run/node";
import {
  formSteps,
  isStep,
  rebased,
  sentValues,
  steps,
  type DraftValues,
  type FormStep,
  type Step,
} from "~/domain/links/draft-fields";
import { findBase, followedBy, listFollowable } from "~/domain/links/draft-base.server";
import { furthestStep, isBeyond, readStep } from "~/domain/links/link-draft";
import { createDraft, findDraft, saveStep, saveValues, type LinkDraft } from "~/domain/links/link-drafts.server";
import { findLink, type ListedLink } from "~/domain/links/links.server";
import { publishDraft } from "~/domain/links/publish-draft.server";
import { paths } from "~/paths";
import { requireHost, type Host } from "./auth.server";
import { readFields, type FieldError } from "./form.server";
import { editedHours } from "./link-hours-form.server";
import { wizardPage, type Edited, type Wizard } from "./link-wizard-page.server";
import { redirectWith } from "./session.server";

type Params = { id?: string; step?: string };
type About = { values: DraftValues; draftId: string | null; link: ListedLink | null };

/** A step of a draft. One that is too far leads to the first that is not done. */
export async function showStep(request: Request, params: Params) {
  const { host, draft, step, ...about } = await requireStep(request, params);
  const wizard = await wizardOf(host, { ...about, values: draft.values, draftId: draft.id });
  const furthest = wizard.base ? furthestStep(draft.values, wizard) : "basics";
  if (isBeyond(step, furthest)) throw redirect(paths.linkDraft(draft.id, furthest));
  return wizardPage(request, wizard, step);
}

/** Its form: whatever was typed is kept, and then it goes where the button says. */
export async function sendStep(request: Request, params: Params) {
  const host = await requireHost(request, "links.own");
  if (params.step === "review" && !(await findDraft(ownOf(host), params.id))) return settledBefore();
  const { draft, step, link } = await requireStep(request, params);
  const form = await readFields(request);
  if (step === "review") return review(request, host, { draft, link, intent: form.get("intent") });
  return keep(request, host, { draft, link, step, form });
}

/** The first step of a draft that is not there yet. Reading makes none. */
export async function showFirst(request: Request, host: Host, link: ListedLink | null) {
  const follows = link ? followedBy(link) : await firstChoice(request, host);
  return wizardPage(request, await wizardOf(host, { values: {}, draftId: null, link }, follows), "basics");
}

/** Makes the draft with what was typed, and goes on with that. */
export async function sendFirst(request: Request, host: Host, link: ListedLink | null) {
  const form = await readFields(request);
  const values: DraftValues = { basics: sentValues("basics", form) };
  const id = await createDraft(ownOf(host), { linkId: link?.id ?? null, values });
  if (id === null) {
    const text = "You have 50 drafts, which is the most there can be. Discard some first.";
    return redirectWith({ kind: "stop", text }, paths.links());
  }
  const draft = { id, linkId: link?.id ?? null, values, updatedAt: new Date() };
  return keep(request, host, { draft, link, step: "basics", form });
}

type Sent = { draft: LinkDraft; link: ListedLink | null; step: FormStep; form: URLSearchParams };

async function keep(request: Request, host: Host, { draft, link, step, form: sent }: Sent) {
  const edited: Edited | null =
    step === "availability" ? await editedHours(sent, host.user.timezone, Date.now()) : null;
  const form = edited?.form ?? sent;
  const intent = edited ? "edit" : (form.get("intent") ?? "save");
  const typed: DraftValues = { ...draft.values, [step]: sentValues(step, form) };
  const values = step === "basics" ? await followed(host, link, typed) : typed;
  if (values === typed) await saveStep(ownOf(host), draft.id, step, typed[step]!);
  else await saveValues(ownOf(host), draft.id, values);
  const about = { values, draftId: draft.id, link };
  if (intent === "leave") return redirectWith({ kind: "ok", text: "The draft is kept." }, paths.links());
  if (intent === "back") return redirect(paths.linkDraft(draft.id, stepBefore(step)), 303);
  if (intent === "follow") return redirect(paths.linkDraft(draft.id, "basics"), 303);
  const wizard = await wizardOf(host, about);
  if (edited) return again(request, wizard, step, edited);
  const errors = problemsOf(wizard, step);
  if (errors.length > 0) return again(request, wizard, step, { form, errors });
  return redirect(paths.linkDraft(draft.id, stepAfter(step)), 303);
}

/** What is wrong with a step, the event type that is followed included. */
function problemsOf(wizard: Wizard, step: FormStep): FieldError[] {
  const read = readStep(step, wizard.values[step] ?? {});
  const gone = { path: "follows", message: "This event type is gone, or not yours. Choose another one." };
  return [...(read.ok ? [] : read.errors), ...(step === "basics" && !wizard.base ? [gone] : [])];
}

async function again(request: Request, wizard: Wizard, step: FormStep, edited: Edited) {
  return data(await wizardPage(request, wizard, step, edited), { status: edited.errors.length > 0 ? 400 : 200 });
}

/** Where another event type was chosen than the one that the fields show, they show that one now, but for what was typed. */
async function followed(host: Host, link: ListedLink | null, values: DraftValues): Promise<DraftValues> {
  const shown = values.basics?.shown?.[0] ?? "";
  const follows = values.basics?.follows?.[0] ?? "";
  if (shown === follows) return values;
  const asked = { ...askedBy(host), link };
  const [before, after] = await Promise.all([findBase({ ...asked, follows: shown }), findBase({ ...asked, follows })]);
  return before && after ? rebased(values, before, after) : values;
}

type Reviewed = { draft: LinkDraft; link: ListedLink | null; intent: string | null };

async function review(request: Request, host: Host, { draft, link, intent }: Reviewed) {
  if (intent === "leave") return redirectWith({ kind: "ok", text: "The draft is kept." }, paths.links());
  if (intent === "back") return redirect(paths.linkDraft(draft.id, stepBefore("review")), 303);
  const { workspaceId, member } = askedBy(host);
  const done = await publishDraft({ workspaceId, member, id: draft.id, now: Date.now() });
  if (done.ok) {
    const { id, title, isActive } = done.link;
    const text = `“${title}” is saved. ${isActive ? "It can be booked." : "It is switched off."}`;
    return redirectWith({ kind: "ok", text }, paths.link(id));
  }
  if (done.reason === "not_done") return redirect(paths.linkDraft(draft.id, done.step), 303);
  if (done.reason === "not_found") return settledBefore();
  const wizard = await wizardOf(host, { values: draft.values, draftId: draft.id, link });
  const form = new URLSearchParams();
  return data(await wizardPage(request, wizard, "review", { form, errors: done.errors }), { status: 400 });
}

/** In another tab, or by a second press of the button. */
function settledBefore() {
  return redirectWith({ kind: "info", text: "That draft is published or discarded already." }, paths.links());
}

async function requireStep(request: Request, params: Params) {
  const host = await requireHost(request, "links.own");
  const draft = await findDraft(ownOf(host), params.id);
  if (!draft || !isStep(params.step)) throw data(null, { status: 404 });
  const { workspaceId, member } = askedBy(host);
  const link = draft.linkId ? await findLink(workspaceId, draft.linkId, member) : null;
  if (draft.linkId && !link) throw data(null, { status: 404 });
  return { host, draft, step: params.step, link };
}

async function wizardOf(host: Host, about: About, first?: string): Promise<Wizard> {
  const follows = about.values.basics?.follows?.[0] ?? first ?? followedBy(about.link);
  const base = await findBase({ ...askedBy(host), link: about.link, follows });
  return { ...about, host, base, follows, isNew: about.link === null };
}

/** A new link begins with the event type that the address names, else with one that its maker hosts, if there is any. */
async function firstChoice(request: Request, host: Host): Promise<string> {
  const { workspaceId, member } = askedBy(host);
  const event = new URL(request.url).searchParams.get("event")?.toLowerCase();
  const choices = await listFollowable(workspaceId, member, null);
  return (choices.find(({ id }) => id === event) ?? choices[0])?.id ?? "";
}

function askedBy({ user, workspace, role }: Host) {
  return { workspaceId: workspace.id, user, member: { userId: user.id, role } };
}

function ownOf({ user, workspace }: Host) {
  return { workspaceId: workspace.id, userId: user.id };
}

function stepAfter(step: FormStep): Step {
  return steps[steps.indexOf(step) + 1]!;
}

function stepBefore(step: Step): FormStep {
  return formSteps[Math.max(0, steps.indexOf(step) - 1)]!;
}
