type Deed = () => unknown;

/** Median milliseconds of one call of each, measured in turns: what disturbs one disturbs the others too. */
export function compare(deeds: Deed[], { warmUpMs = 200, rounds = 101, roundMs = 1 } = {}): number[] {
  const calls = deeds.map((deed) => Math.max(1, Math.round(roundMs / warmUp(deed, warmUpMs))));
  const taken = deeds.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    deeds.forEach((deed, i) => taken[i]!.push(time(deed, calls[i]!)));
  }
  return taken.map(median);
}

/** Runs a deed for a while and tells what one call took in the end. */
function warmUp(deed: Deed, forMs: number): number {
  const end = performance.now() + forMs;
  let calls = 1;
  let last = time(deed, calls);
  while (performance.now() < end) {
    if (last * calls < 1) calls *= 2;
    last = time(deed, calls);
  }
  return last;
}

function time(deed: Deed, calls: number): number {
  const start = performance.now();
  for (let call = 0; call < calls; call++) deed();
  return (performance.now() - start) / calls;
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
