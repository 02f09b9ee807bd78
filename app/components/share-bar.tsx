/** A picture of the number beside it. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg width="100%" height="12" aria-hidden="true" className="block min-w-24 overflow-visible pe-px">
      <rect x="0.5" y="0.5" width="100%" height="10" className="fill-surface stroke-edge" />
      <rect x="0.5" y="0.5" width={`${Math.round(share * 1000) / 10}%`} height="10" className="fill-sea" />
    </svg>
  );
}
