import { expect, test } from "vitest";
import { line, paragraph } from "~/domain/fields";

const unseen = ["\u200b", " \u200d\u00a0", "\u00ad\ufeff", "\u202e"];

test.each(unseen)("what nobody sees is no text: %j", (text) => {
  expect(line("The name", 100).safeParse(text).error?.issues[0]?.message).toBe("The name is missing.");
  expect(paragraph("The note", 100).parse(text)).toBe("");
});

test("what joins or parts the letters of a word stays in it", () => {
  const words = "می\u200cخواهم";
  expect(line("The name", 100).parse(` ${words} `)).toBe(words);
  expect(paragraph("The note", 100).parse(`${words}\r\n👩\u200d💻\r\n`)).toBe(`${words}\n👩\u200d💻`);
});
