export type Tab = { href: string; label: string; note?: string | number; isCurrent?: boolean };

export function Tabs({ label, items, className = "mb-6" }: { label: string; items: Tab[]; className?: string }) {
  return (
    <nav aria-label={label} className={className}>
      <ul className="tabs">
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.isCurrent ? "page" : undefined}>
              {item.label}
              {item.note === undefined ? null : <span className="font-normal text-muted">{item.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
