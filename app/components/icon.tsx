import type { iconNames } from "./icons/names.mjs";

export type IconName = (typeof iconNames)[number];

/** Decorative: the words stand beside it, or in a visually hidden span inside the same link. */
export function Icon({ name, size = 20, className = "" }: { name: IconName; size?: 18 | 20; className?: string }) {
  const turns = name === "chevron-left" || name === "chevron-right" || name === "arrow-right";
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`shrink-0 ${turns ? "rtl:-scale-x-100" : ""} ${className}`}
    >
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
