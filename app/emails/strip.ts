import { markup, type Markup } from "./markup";
import { as, type StyleName } from "./styles";

type Strip = { start: number; end: number; label: string };
type Label = { at: number; span: number; text: string; isHere?: boolean };

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** A day of 24 cells, night to night, with the meeting's hours in magenta and its start under them. */
export function strip(meeting: Strip): Markup {
  return markup`<table role="presentation" aria-hidden="true" cellpadding="0" cellspacing="0" ${as("strip")}><tr>${hours.map(
    (hour) => markup`<td ${as(look(hour, meeting))}>&nbsp;</td>`,
  )}</tr></table>
<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0"><tr>${hours.map(
    () => markup`<td width="4.16%"></td>`,
  )}</tr><tr>${labels(meeting).map(label)}</tr></table>`;
}

function look(hour: number, { start, end }: Strip): StyleName {
  if (hour * 60 < end && (hour + 1) * 60 > start) return "here";
  if (hour < 6 || hour >= 22) return "night";
  return hour < 8 || hour >= 19 ? "dusk" : "noon";
}

/** The meeting's own label first; those of the scale stand where it leaves room. Gaps are filled. */
function labels({ start, label }: Strip): Label[] {
  const span = label.length > 5 ? 4 : 3;
  const here = { at: Math.min(Math.floor(start / 60), 24 - span), span, text: label, isHere: true };
  const scale = [0, 6, 12, 18].map((at) => ({ at, span: 2, text: String(at).padStart(2, "0") }));
  const taken = [here, ...[...scale, { at: 22, span: 2, text: "24" }].filter((each) => !overlap(each, here))];
  const sorted = taken.sort((a, b) => a.at - b.at);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    const gap = each.at - (before ? before.at + before.span : 0);
    return gap > 0 ? [{ at: each.at - gap, span: gap, text: "" }, each] : [each];
  });
}

function overlap(a: Label, b: Label) {
  return a.at < b.at + b.span && b.at < a.at + a.span;
}

function label({ at, span, text, isHere }: Label) {
  const align = at + span === 24 ? "right" : "left";
  return markup`<td colspan="${span}" align="${align}" ${as(isHere ? "now" : "digit")}>${text}</td>`;
}
