import { Icon } from "./icon";

type Props = {
  /** "1 to 6 of 31" */
  range: string;
  earlier?: { href: string; label: string };
  later?: { href: string; label: string };
  label?: string;
};

export function Pagination({ range, earlier, later, label = "Pages" }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3 pt-4 text-small">
      <p className="text-muted">{range}</p>
      <div className="flex gap-2">
        {earlier ? (
          <a href={earlier.href} rel="prev" className="btn btn-second btn-sm">
            <Icon name="chevron-left" size={18} />
            {earlier.label}
          </a>
        ) : null}
        {later ? (
          <a href={later.href} rel="next" className="btn btn-second btn-sm">
            {later.label}
            <Icon name="chevron-right" size={18} />
          </a>
        ) : null}
      </div>
    </nav>
  );
}
