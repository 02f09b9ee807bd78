export function figure(value: number) {
  return Math.round(value).toLocaleString("en-GB");
}

export function percent(ratio: number) {
  return ratio < 0.1 ? `${(ratio * 100).toFixed(1)} %` : `${Math.round(ratio * 100)} %`;
}
