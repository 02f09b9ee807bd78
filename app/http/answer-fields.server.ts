import type { Answers } from "~/domain/bookings/booking";
import { fieldOf, takesSeveral, type Question } from "~/domain/templates/question";

/** What a form says to the questions that are asked now; fields of earlier ones are passed over. */
export function answersIn(fields: URLSearchParams, questions: readonly Question[]): Answers {
  const given = questions.flatMap((question): [string, string | string[]][] => {
    const values = fields.getAll(fieldOf(question));
    if (values.length === 0) return [];
    return [[question.id, takesSeveral(question) ? values : values[0]!]];
  });
  return Object.fromEntries(given);
}
