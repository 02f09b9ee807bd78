import type { Fact, Letter, Line } from "./letter";
import { markup, type Markup } from "./markup";
import { strip } from "./strip";
import { as, darkSheet } from "./styles";

/** Outlook writes mails with Word, which knows no greatest width: the tables that only it sees set one. */
export function renderHtml(letter: Letter): string {
  return markup`<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${letter.subject}</title>
<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${darkSheet}}</style>
</head>
<body ${as("page")}>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" ${as("page")}><tr><td align="center" valign="top" height="100%">
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td height="28"></td></tr></table>
<!--[if mso]><table role="presentation" width="560" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<table role="presentation" width="560" cellpadding="0" cellspacing="0" ${as("sheet")}>
<tr><td ${as("edge")}>&nbsp;</td></tr>
<tr><td dir="auto">${body(letter)}</td></tr>
<tr><td ${as("why")}>${letter.why}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
<table role="presentation" cellpadding="0" cellspacing="0"><tr><td height="28"></td></tr></table>
</td></tr></table>
</body>
</html>
`.text;
}

/** The same letter for those who read text: everything the HTML says, in its order. */
export function renderText(letter: Letter): string {
  const { sign, words } = letter.state;
  const facts = letter.facts.map((fact) => `${fact.label}: ${fact.lines.map(lineText).join("\n  ")}`);
  const parts = [
    [letter.from],
    [`${sign} ${words}`, letter.heading.join(" "), ...letter.sentences],
    facts,
    letter.button ? [`${letter.button.label}:`, letter.button.href] : [],
    letter.closing.map((closing) => closing.map(lineText).join("")),
    [letter.why],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function body(letter: Letter): Markup {
  const { sign, words, tone } = letter.state;
  const heading = broken(letter.heading);
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:24px 28px 28px">
<p ${as("from")}><bdi>${letter.from}</bdi></p>
${letter.strip ? markup`<div style="height:16px;line-height:16px">&nbsp;</div>${strip(letter.strip)}` : null}
<div style="height:22px;line-height:22px">&nbsp;</div>
<p ${as(tone)}>${sign}&nbsp; ${words}</p>
<h1 ${as("heading")}>${letter.isStruck ? markup`<s>${heading}</s>` : heading}</h1>
${letter.sentences.map((sentence) => markup`<p ${as("sentence")}>${broken(sentence.split("\n"))}</p>`)}
${letter.facts.length > 0 ? markup`<table role="presentation" cellpadding="0" cellspacing="0" ${as("facts")}>${letter.facts.map(factRow)}</table>` : null}
${letter.button ? button(letter.button) : markup`<div style="height:16px;line-height:16px">&nbsp;</div>`}
${letter.closing.map((closing) => markup`<p ${as("closing")}>${closing.map(lineHtml)}</p>`)}
</td></tr></table>`;
}

/** Lines, each below the other. */
function broken(lines: string[]): Markup[] {
  return lines.flatMap((line, index) => [index > 0 ? markup`<br>` : markup``, markup`${line}`]);
}

function factRow({ label, lines }: Fact) {
  const written = lines.flatMap((line, index) => [
    index > 0 ? markup`<br>` : markup``,
    markup`<bdi>${lineHtml(line)}</bdi>`,
  ]);
  return markup`<tr><td valign="top" ${as("label")}>${label}</td><td valign="top" ${as("value")}>${written}</td></tr>`;
}

function button({ label, href }: { label: string; href: string }) {
  return markup`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:24px 0 18px"><tr><td ${as("button")}><a href="${href}" target="_blank" ${as("press")}>${label}</a></td></tr></table>`;
}

function lineHtml({ text, href }: Line): Markup {
  return href ? markup`<a href="${href}" target="_blank" ${as("link")}>${text}</a>` : markup`${text}`;
}

function lineText({ text, href }: Line) {
  return href && href !== text ? `${text} (${href})` : text;
}
