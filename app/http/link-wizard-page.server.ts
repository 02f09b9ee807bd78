import type { HolidaysAdded } from "~/domain/availability/holidays";
import { eventTypeChoices } from "~/domain/event-types/choices.server";
import {
  baseValues,
  noRules,
  type DraftBase,
  type DraftValues,
  type FormStep,
  type Step,
} from "~/domain/links/draft-fields";
import { followedBy, listFollowable, type FoundBase } from "~/domain/links/draft-base.server";
import { furthestStep, stepStates } from "~/domain/links/link-draft";
import type { ListedLink } from "~/domain/links/links.server";
import { listTemplates } from "~/domain/templates/templates.server";
import { formValues, type FieldError } from "./form.server";
import type { Host } from "./auth.server";
import { holidayOffer } from "./holiday-choice.server";
import { linkReview } from "./link-review.server";

/** A draft with all that its pages need to know; `base` is null where the event type it follows is gone. */
export type Wizard = {
  host: Host;
  values: DraftValues;
  /** Null: nothing was sent yet. */
  draftId: string | null;
  link: ListedLink | null;
  base: FoundBase | null;
  follows: string;
  isNew: boolean;
};

/** A step that came back: the form after a button on it, or with what is wrong. */
export type Edited = { form: URLSearchParams; errors: FieldError[]; focus?: string; added?: HolidaysAdded };

/** What a step shows: its fields as they were typed, or as the event type has them. */
export async function wizardPage(request: Request, wizard: Wizard, step: Step, edited?: Edited) {
  const { values, draftId, link, base, isNew } = wizard;
  const states = stepStates(values, wizard);
  return {
    step,
    draftId,
    link: link && { id: link.id, title: link.title },
    title: values.basics?.title?.[0]?.trim() ?? link?.title ?? "",
    isNew,
    states: draftId ? states : states.map(({ step }) => ({ step, isDone: false })),
    furthest: draftId ? furthestStep(values, wizard) : ("basics" as const),
    /** The event type that the fields follow, by name. */
    following: base?.eventType && !base.eventType.isLinkOnly ? base.eventType.name : null,
    values:
      step === "review"
        ? {}
        : edited
          ? formValues(edited.form)
          : (values[step] ?? baseValues(step, base ?? noBase(wizard))),
    errors: edited?.errors ?? [],
    focus: edited?.focus ?? null,
    added: edited?.added,
    ...(await choicesOf(wizard, step, edited)),
    review: step === "review" ? await linkReview(request, wizard) : null,
  };
}

export type WizardPage = Awaited<ReturnType<typeof wizardPage>>;

async function choicesOf(wizard: Wizard, step: Step, edited?: Edited) {
  const { host, link, base, values } = wizard;
  const member = { userId: host.user.id, role: host.role };
  const now = Date.now();
  const workspaceId = host.workspace.id;
  const sent = edited?.form ?? (values.availability?.holiday_country ? new URLSearchParams(plain(values)) : null);
  return {
    eventTypes:
      step === "basics" ? (await listFollowable(workspaceId, member, link)).map(({ id, name }) => ({ id, name })) : [],
    isOwnNow: link !== null && followedBy(link) === "",
    schedules: step === "availability" ? await schedulesOf(workspaceId, host, base) : [],
    holidays: step === "availability" ? await holidayOffer(sent, host.user.timezone, now) : null,
    usual: {
      durations: baseValues("duration", base ?? noBase(wizard)).durations!,
      minutes: (base?.rules ?? noRules).durationMinutes,
    },
    templates:
      step === "template"
        ? (await listTemplates(workspaceId, { limit: 100, offset: 0 })).map(
            ({ id, name, questions, emailFollowupEnabled }) => ({
              id,
              name,
              questions: questions.map(({ label }) => label),
              emailFollowupEnabled,
            }),
          )
        : [],
  };
}

/** Those of the hosts: nobody else's hours can be named. */
async function schedulesOf(workspaceId: string, { user }: Host, base: FoundBase | null) {
  const hosts = base?.eventType?.members.map(({ userId }) => userId) ?? [user.id];
  const { schedules, hosts: people } = await eventTypeChoices(workspaceId, hosts);
  return schedules.map(({ id, name, hostId }) => ({
    id,
    name,
    of: hosts.length > 1 || hostId !== user.id ? (people.find((each) => each.id === hostId)?.name ?? "") : null,
  }));
}

function plain({ availability = {} }: DraftValues): [string, string][] {
  return Object.entries(availability).flatMap(([name, each]) => each.map((value): [string, string] => [name, value]));
}

/** While the event type is gone there is nothing to go by. */
function noBase({ host, follows, link }: Wizard): DraftBase {
  const title = link?.title ?? "";
  return { title, follows, rules: noRules, hours: "default", timezone: host.user.timezone, weekly: [] };
}

export type { FormStep };
