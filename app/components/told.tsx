import { Fragment } from "react";
import type { Words } from "~/domain/availability/cause-words";
import { paths } from "~/paths";

/** A sentence with names in it, which lead to their booking where there is one. */
export function Told({ words }: { words: Words }) {
  return words.map((part, index) => {
    if (typeof part === "string") return <Fragment key={index}>{part}</Fragment>;
    const name = <bdi key={index}>{part.name}</bdi>;
    if (!part.bookingId) return name;
    return (
      <a key={index} href={paths.booking(part.bookingId)}>
        {name}
      </a>
    );
  });
}
