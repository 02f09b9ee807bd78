/** The status shapes, in a 16 px box: they differ in outline, so that colour is never the only sign. */
const shapes = {
  "disc-tick": (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" className="stroke-surface" />
    </>
  ),
  "half-disc": (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" fill="currentColor" stroke="none" />
    </>
  ),
  "slashed-ring": (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="m3.6 12.4 8.8-8.8" />
    </>
  ),
  "octagon-cross": (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" stroke="none" />
      <path d="m5.5 5.5 5 5m0-5-5 5" className="stroke-surface" />
    </>
  ),
  "octagon-bar": (
    <>
      <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z" fill="currentColor" stroke="none" />
      <path d="M8 4v4.6m0 2v1.6" strokeWidth={2} className="stroke-surface" />
    </>
  ),
  "square-tick": (
    <>
      <path d="M2 2h12v12H2Z" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" />
    </>
  ),
  triangle: (
    <>
      <path d="M8 1.9 14.8 14H1.2Z" strokeLinejoin="round" />
      <path d="M8 6v3.6m0 1.4v1.2" />
    </>
  ),
  "dashed-ring": (
    <>
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.4 1.5" />
      <path d="M8 4.6V8l2.2 1.6" />
    </>
  ),
  ring: <circle cx="8" cy="8" r="6.2" />,
};

export type ShapeName = keyof typeof shapes;

export function Shape({ name, className = "" }: { name: ShapeName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      className={`shrink-0 ${className}`}
    >
      {shapes[name]}
    </svg>
  );
}
