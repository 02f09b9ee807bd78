import { emptyQuestion, type TemplateDraft } from "./draft";
import type { Question } from "./question";

/** A template to begin with. Its mail after the meeting is on where it has words of its own. */
export type Starter = {
  key: string;
  name: string;
  sentence: string;
  questions: StarterQuestion[];
  followupText?: string;
};
type StarterQuestion = Pick<Question, "type" | "label"> & Partial<Omit<Question, "id">>;

export function starterDraft({ name, questions, followupText = "" }: Starter): TemplateDraft {
  return {
    name,
    emailFollowupEnabled: followupText !== "",
    followupText,
    questions: questions.map(({ options = [], ...rest }) => ({
      ...emptyQuestion,
      ...rest,
      options: options.join("\n"),
    })),
  };
}

/** What a new template may begin with. */
export const starters: Starter[] = [
  {
    key: "intake",
    name: "Client intake",
    sentence: "For a first meeting with a new client: who they are, what they need and by when.",
    questions: [
      { type: "text", label: "Company or organisation" },
      { type: "phone", label: "Phone number", help: "In case the connection fails." },
      { type: "url", label: "Website" },
      { type: "textarea", label: "What would you like help with?", required: true },
      {
        type: "multiselect",
        label: "What have you tried so far?",
        options: ["Nothing yet", "On our own", "With another firm", "With a tool or software"],
      },
      { type: "date", label: "Is there a date by which it must be done?" },
      {
        type: "radio",
        label: "Have we worked together before?",
        required: true,
        options: ["No, this is the first time", "Yes"],
      },
    ],
  },
  {
    key: "sales-call",
    name: "Sales call",
    sentence: "To know before the call whether and how you can help, and who else decides.",
    questions: [
      { type: "text", label: "Company", required: true },
      { type: "text", label: "Your role" },
      {
        type: "select",
        label: "How many people work there?",
        options: ["1 to 10", "11 to 50", "51 to 250", "251 to 1000", "More than 1000"],
      },
      { type: "textarea", label: "What problem would you like to solve?", required: true },
      {
        type: "radio",
        label: "When would you like to begin?",
        options: ["As soon as possible", "Within three months", "Later", "Only looking around"],
      },
      { type: "number", label: "Budget", help: "Roughly, in your currency. It helps us to bring what fits." },
      { type: "text", label: "Who else has a say in it?" },
    ],
    followupText:
      "Thank you for your time today.\n\nIf a question comes up, reply to this mail. If you would like to go on, book the next call below.",
  },
  {
    key: "interview",
    name: "Job interview",
    sentence: "For candidates: how to reach them, where to read about them, and what they need.",
    questions: [
      { type: "text", label: "Which position is it about?", required: true },
      { type: "phone", label: "Phone number", required: true, help: "We call it if the video does not work." },
      { type: "url", label: "Portfolio or profile", help: "A page where we can see your work." },
      { type: "date", label: "When could you start?" },
      {
        type: "multiselect",
        label: "In which languages can we talk?",
        options: ["English", "French", "German", "Spanish", "Another one"],
      },
      { type: "textarea", label: "Is there anything we should prepare?", help: "Such as captions or more breaks." },
      { type: "checkbox", label: "My application may be kept for two years", help: "Only if you agree." },
    ],
    followupText:
      "Thank you for talking with us. We enjoyed it.\n\nYou hear from us within a week, whatever we decide. If you have questions until then, reply to this mail.",
  },
  {
    key: "support",
    name: "Support session",
    sentence: "To begin with the trouble instead of with questions about it.",
    questions: [
      { type: "text", label: "Which product is it about?", required: true },
      {
        type: "radio",
        label: "How bad is it?",
        required: true,
        options: ["Nothing works", "Something does not work", "I have a question"],
      },
      {
        type: "textarea",
        label: "What happens?",
        required: true,
        help: "What you did, what you expected, what came.",
      },
      { type: "date", label: "Since when?" },
      { type: "email", label: "The address of your account", help: "If it is another one than above." },
      {
        type: "checkbox",
        label: "What do you use?",
        options: ["Windows", "macOS", "Linux", "Android", "iPhone or iPad"],
      },
      { type: "text", label: "Number of your ticket" },
    ],
  },
  {
    key: "office-hours",
    name: "Office hours",
    sentence: "For a short, open slot: what it is about, and what to have ready.",
    questions: [
      {
        type: "select",
        label: "What is it about?",
        required: true,
        options: ["A question about the course", "Feedback on my work", "An assignment", "Something else"],
      },
      { type: "textarea", label: "Your question in a few sentences" },
      { type: "url", label: "A link to what we should look at" },
      { type: "checkbox", label: "I would like others to listen in" },
    ],
  },
];
