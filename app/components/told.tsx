import { Fragment } from "react";
import type { Words } from "./cause-words";
import { paths } from "~/paths";

/** A sentence with names in it, which lead to their booking where there is one. */
export function Told({ words }: { words: Words }) {
  return words.map((part, index) => {
    if (typeof part === "string") return <Fragment key={index}>{wholeRanges(part)}</Fragment>;
    const name = <bdi key={index}>{part.name}</bdi>;
    if (!part.bookingId) return name;
    return (
      <a key={index} href={paths.booking(part.bookingId)}>
        {name}
      </a>
    );
  });
}

const range = /(\d+:\d\d(?:\s[ap]m)? – \d+:\d\d(?:\s[ap]m)?)/i;

/** Keeps "10:00 – 11:15" on one line. */
function wholeRanges(text: string) {
  return text.split(range).map((piece, place) =>
    place % 2 === 0 ? (
      piece
    ) : (
      <span key={place} className="whitespace-nowrap">
        {piece}
      </span>
    ),
  );
}
