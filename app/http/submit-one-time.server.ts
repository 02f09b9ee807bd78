import { createOneTimeLink } from "~/domain/links/create-one-time-link.server";
import { parseWeek, readSlots, writeSlot } from "~/domain/links/slot-week";
import type { Host } from "./auth.server";
import { findWho, readSearchDeed } from "./contact-search.server";
import { formValues, type FieldError, type FormValues } from "./form.server";
import { formErrors, readOneTimeFields } from "./one-time-fields.server";
import { loadOneTimeForm, wantedOf, type FormEnd } from "./one-time-form.server";

type Sent = { host: Host; clock: { zone: string; locale: string; now: number }; locale: string };

/** Makes the link, or does to the form what the pressed button says. Whatever it is, everything typed stays. */
export async function submitOneTime(sent: Sent, fields: URLSearchParams) {
  const { host, clock } = sent;
  const { values, focus, errors } = press(fields);
  const shown = async (end: Partial<FormEnd>, status = 200) => ({
    form: await loadOneTimeForm(host, clock, withoutButtons(values), end),
    status,
  });
  const deed = readSearchDeed(values);
  if (deed?.kind === "find") return shown({ search: await findWho(deed.who, host), focus: "find" });
  if (focus !== null) return shown({ focus, errors }, errors.length > 0 ? 400 : 200);
  const made = await make(sent, values);
  return made.ok ? { made } : shown({ errors: formErrors(made.errors) }, made.status);
}

type Pressed = { values: FormValues; focus: string | null; errors: FieldError[] };

/** What the buttons that change the form alone make of what was typed. `focus`: null where it is to be saved. */
function press(fields: URLSearchParams): Pressed {
  const values = formValues(fields);
  const at = (focus: string, change: FormValues, errors: FieldError[] = []): Pressed => ({
    values: { ...values, ...change },
    focus,
    errors,
  });
  const deed = readSearchDeed(values);
  if (deed?.kind === "take")
    return at("email", { email: [deed.email], ...(deed.name && { name: [deed.name] }), who: [] });
  const [go] = values.go ?? [];
  if (go !== undefined) return at("times", { week: [parseWeek(go) === null ? "" : go], times: ["picked"] });
  const [removed] = values.remove ?? [];
  if (removed !== undefined) {
    const left = readSlots(values.slot ?? []).map(writeSlot);
    return at("picked", { slot: left.filter((slot) => slot !== removed) });
  }
  if (values.intent?.[0] === "times") {
    const isFor = wantedOf(values.for?.[0] ?? "") !== null;
    return isFor ? at("times", { times: ["picked"] }) : at("for", { times: ["picked"] }, [whatFor]);
  }
  return { values, focus: null, errors: [] };
}

const whatFor = { path: "for", message: "Choose what the link is for." };
const buttons = ["go", "remove", "take", "guest", "intent"];

function withoutButtons(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !buttons.includes(name)));
}

type Made =
  { ok: true; id: string; token: string; isMailed: boolean } | { ok: false; errors: FieldError[]; status: 400 | 409 };

async function make({ host, clock, locale }: Sent, values: FormValues): Promise<Made> {
  const wanted = wantedOf(values.for?.[0] ?? "");
  const read = readOneTimeFields(values, clock);
  if (!wanted || !read.ok)
    return { ok: false, errors: [...(wanted ? [] : [whatFor]), ...(read.ok ? [] : read.errors)], status: 400 };
  const { workspace, user, role } = host;
  const { input } = read;
  const result = await createOneTimeLink({ workspace, host: user, role, wanted, input, locale, now: clock.now });
  if (result.ok) return { ok: true, id: result.link.id, token: result.token, isMailed: input.sendsMail };
  if (result.reason === "invalid") return { ok: false, errors: result.errors, status: 400 };
  const message = "That cannot be booked any more. Choose something else.";
  return { ok: false, errors: [{ path: "for", message }], status: 409 };
}
