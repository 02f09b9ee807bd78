/** A clock that runs along with the real one and can be moved away from it. */
export function createClock() {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance(ms: number) {
      offset += ms;
    },
    set(ms: number) {
      offset = ms - Date.now();
    },
    reset() {
      offset = 0;
    },
  };
}

export type VirtualClock = ReturnType<typeof createClock>;
