export function Mark({ size = 24, className = "" }: { size?: number; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      className={`shrink-0 ${className}`}
    >
      <path
        d="M3 21.5V12A9 9 0 0 1 9.2 3.45M21 21.5V12A9 9 0 0 0 14.8 3.45"
        strokeWidth={2.75}
        className="stroke-ink"
      />
      <path d="M12 .5v23" strokeWidth={2} className="stroke-meridian" />
    </svg>
  );
}

export function Logo({ href = "/", className = "" }: { href?: string; className?: string }) {
  return (
    <a href={href} className={`inline-flex min-h-target items-center gap-2 text-ink no-underline ${className}`}>
      <Mark />
      <span className="font-display text-h3">Meridian</span>
    </a>
  );
}
