import { Icon } from "./icon";

export type StepperItem = {
  label: string;
  isDone: boolean;
  isHere: boolean;
  /** Where it can be gone to. */
  href: string | null;
};

/** The steps of a wizard as segments of the neatline: done ones lead back, magenta is here. On phones only where one is. */
export function Stepper({ label, items }: { label: string; items: StepperItem[] }) {
  const here = items.findIndex(({ isHere }) => isHere);
  return (
    <nav aria-label={label} className="mb-6">
      <p className="pb-2 font-semibold sm:hidden">
        Step {here + 1} of {items.length}: {items[here]?.label}
      </p>
      <ol className="flex gap-1">
        {items.map((item) => (
          <li key={item.label} className="min-w-0 flex-1">
            <span aria-hidden="true" className={`block h-[7px] border ${segment(item)}`} />
            <span className="mt-2 block text-small max-sm:sr-only">
              <Words item={item} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function segment({ isDone, isHere }: StepperItem) {
  if (isHere) return "border-meridian bg-meridian";
  return isDone ? "border-ink bg-ink" : "border-ink bg-surface";
}

function Words({ item: { label, isDone, isHere, href } }: { item: StepperItem }) {
  if (isHere) {
    return (
      <span aria-current="step" className="font-semibold">
        {label}
      </span>
    );
  }
  if (!href) return <span className="text-muted">{label}</span>;
  return (
    <span className="flex items-start gap-1.5">
      {isDone ? <Icon name="check" size={18} className="mt-px text-muted" /> : null}
      <a href={href} className="-my-1 inline-block py-1 text-ink">
        {label}
        {isDone ? <span className="sr-only">, done</span> : null}
      </a>
    </span>
  );
}
