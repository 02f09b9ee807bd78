import { z } from "zod";
import { freeSlug, slugFrom } from "../event-types/slug";
import { line, paragraph } from "../fields";
import { may, type Role } from "../workspaces/roles";
import { hasOptions, questionTypes, type Question } from "./question";

/** Questions for booking forms, as everybody in the workspace may use them, and what is said after the meeting. */
export type Template = {
  workspaceId: string;
  id: string;
  ownerId: string;
  ownerName: string;
  name: string;
  /** Which version of its questions is asked now. */
  version: number;
  questions: Question[];
  emailFollowupEnabled: boolean;
  /** What the mail after the meeting says; "" for our own words. */
  followupText: string;
  createdAt: Date;
  updatedAt: Date;
  /** By whom its questions are asked, by name. */
  eventTypes: { id: string; name: string }[];
};

export const mostQuestions = 30;

const questionId = z
  .string({ error: "The id of a question is text." })
  .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/i, "An id is 1 to 60 letters, digits, hyphens and underscores.");

/** One question as it is typed. */
export const QuestionInput = z
  .strictObject(
    {
      /** Its name among the answers. Without one it goes on with that of the question of the same words, or gets a new one. */
      id: questionId.optional(),
      type: z.enum(questionTypes, { error: `The type is one of ${questionTypes.join(", ")}.` }),
      label: line("The question", 200),
      help: paragraph("The help", 500).default(""),
      required: z.boolean({ error: "required is true or false." }).default(false),
      options: z
        .array(line("An option", 200), { error: "The options are a list of texts." })
        .max(50, "50 options at most.")
        .default([]),
    },
    { error: "A question is an object with a type and a label." },
  )
  .superRefine(({ type, options }, context) => {
    const message = optionsProblem(type, options);
    if (message) context.addIssue({ code: "custom", path: ["options"], message });
  });

export type QuestionInput = z.output<typeof QuestionInput>;

const fields = {
  name: line("The name", 100),
  questions: z
    .array(QuestionInput, { error: "The questions are a list." })
    .max(mostQuestions, `${mostQuestions} questions at most.`)
    .superRefine((questions, context) => {
      const ids = questions.map(({ id }) => id);
      ids.forEach((id, index) => {
        if (id === undefined || ids.indexOf(id) === index) return;
        context.addIssue({ code: "custom", path: [index, "id"], message: `Another question has the id ${id}.` });
      });
    }),
  email_followup_enabled: z.boolean({ error: "email_followup_enabled is true or false." }),
  followup_text: paragraph("The text of the mail", 2000),
};

/** A change: what is left out stays as it is. */
export const TemplatePatch = z.strictObject(fields).partial();

export const TemplateInput = TemplatePatch.extend({
  name: fields.name,
  questions: fields.questions.default([]),
  email_followup_enabled: fields.email_followup_enabled.default(false),
  followup_text: fields.followup_text.default(""),
});

export type TemplatePatch = z.output<typeof TemplatePatch>;
export type TemplateInput = z.output<typeof TemplateInput>;

/** Everybody uses a template; its owner changes it, and whoever may change all of them. */
export function mayChange(member: { userId: string; role: Role }, { ownerId }: Pick<Template, "ownerId">) {
  return ownerId === member.userId || may(member.role, "templates.change-any");
}

/** The questions with an id each, which stays the same from version to version. */
export function settleIds(input: readonly QuestionInput[], before: readonly Question[] = []): Question[] {
  const taken = new Set(input.flatMap(({ id }) => id ?? []));
  return input.map(({ id: given, ...rest }) => {
    const known = before.find(({ id, label }) => label === rest.label && !taken.has(id));
    const id = given ?? known?.id ?? freeSlug(slugFrom(rest.label, "question"), taken);
    taken.add(id);
    return { id, ...rest };
  });
}

/** Whether an invitee would read or answer anything else. */
export function areSame(some: readonly Question[], others: readonly Question[]) {
  const written = (questions: readonly Question[]) =>
    JSON.stringify(
      questions.map(({ id, type, label, help, required, options }) => [id, type, label, help, required, options]),
    );
  return written(some) === written(others);
}

function optionsProblem(type: Question["type"], options: string[]) {
  const twice = options.find((option, index) => options.indexOf(option) !== index);
  if (twice !== undefined) return `The option “${twice}” is there twice.`;
  if (type === "checkbox" && options.length === 1) return "One box to tick has no options, several have two or more.";
  const isChosen = hasOptions({ type, options });
  if (isChosen && options.length < 2) return "Give two options or more to choose from.";
  if (!isChosen && options.length > 0)
    return "A question of this type has no options. Take them out, or choose another type.";
  return null;
}
