import { formatTime } from "~/domain/time";
import { askedOf } from "./ask-message";
import { bookingErrors } from "./booking-errors";
import { Field, TextArea } from "./field";
import { ErrorSummary, Form, FormActions, HiddenFields, Submit } from "./form";
import { Notice } from "./notice";
import type { Offer } from "./offer-facts";
import { offerHref, whoBooks, type OfferPage, type Typed } from "./offer-page";
import { useVisitor } from "./visitor";
import { ZoneField } from "./zone-choice";

type Page = Pick<OfferPage, "workspace" | "submissionKey"> & {
  offer: Offer;
  /** What came with the address. */
  kept: Pick<OfferPage["kept"], "timezone" | "lang" | "members" | "name" | "email">;
};

export type SentRequest =
  | { outcome: "closed" }
  | { outcome: "invalid"; values: Typed; errors: { path: string }[] }
  | { outcome: "too_often"; values: Typed; whose: "address" | "all"; count: number; until: number };

/** When would it suit, and whom? Nothing is booked by it. */
export function AskForm({ page: { workspace, offer, kept, submissionKey }, sent }: { page: Page; sent?: SentRequest }) {
  const { t, isZoneKnown } = useVisitor();
  const values = sent && "values" in sent ? sent.values : undefined;
  const errors = sent?.outcome === "invalid" ? bookingErrors(t, sent, "error.email.answer") : [];
  const { timezone, lang, members } = kept;
  const who = whoBooks({ offer, kept });
  return (
    <div className="max-w-form">
      <h2>{t("book.ask.heading")}</h2>
      <p className="mt-2">{t("book.ask.means", { who: askedOf({ workspace, offer }) })}</p>
      <Form
        errors={errors}
        values={values}
        zoneField={isZoneKnown || values ? undefined : "timezone"}
        className="mt-5 space-y-5"
      >
        {sent?.outcome === "too_often" ? <TooOften {...sent} /> : null}
        <ErrorSummary errors={errors} title={t("error.summary", { count: errors.length })} />
        <HiddenFields values={{ submission_key: values?.submission_key?.[0] ?? submissionKey }} />
        <TextArea name="wish" label={t("book.ask.wish")} hint={t("book.ask.wishHint")} rows={4} />
        <ZoneField hint={t("book.ask.zoneHint")} />
        <Field name="name" label={t("book.form.name")} autoComplete="name" defaultValue={who.name ?? undefined} />
        <Field
          name="email"
          type="email"
          label={t("book.form.email")}
          hint={t("book.ask.emailHint")}
          autoComplete="email"
          spellCheck={false}
          defaultValue={who.email ?? undefined}
        />
        <div className="border-t border-rule pt-5">
          <FormActions>
            <Submit>{t("book.ask.send")}</Submit>
            <a href={offerHref(workspace, offer, { members, timezone, lang })} className="inline-block py-2.5">
              {t("book.ask.back")}
            </a>
          </FormActions>
          <p className="hint mt-4">{t("book.form.promise", { workspace: workspace.name })}</p>
        </div>
      </Form>
    </div>
  );
}

function TooOften({
  whose,
  count,
  until,
}: Pick<Extract<SentRequest, { outcome: "too_often" }>, "whose" | "count" | "until">) {
  const { t, zone, locale } = useVisitor();
  return (
    <Notice kind="wait" icon="clock" isRefusal title={t(`book.ask.often.${whose}`, { count })}>
      {t("book.ask.often.message", { time: formatTime(until, zone, locale) })}
    </Notice>
  );
}
