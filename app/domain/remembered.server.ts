/** How many values are kept, and how much of them in all, by what each of them counts for. */
export type Limits = { values: number; size: number };

/** What a process has learned last, by its keys. */
export class Remembered<Value> {
  private readonly known = new Map<string, { value: Value; size: number }>();
  private size = 0;

  constructor(
    private readonly limits: Limits,
    private readonly sizeOf: (value: Value) => number,
  ) {}

  get(key: string): Value | undefined {
    return this.known.get(key)?.value;
  }

  /** Forgets those that were learned longest ago, where there are too many. */
  learn(key: string, value: Value) {
    this.forget(key);
    const size = this.sizeOf(value);
    this.known.set(key, { value, size });
    this.size += size;
    for (const eldest of this.known.keys()) {
      if (this.size <= this.limits.size && this.known.size <= this.limits.values) break;
      this.forget(eldest);
    }
  }

  forget(key: string) {
    this.size -= this.known.get(key)?.size ?? 0;
    this.known.delete(key);
  }
}
