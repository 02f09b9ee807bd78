/** Written by tests/help-pictures.ts, from the pictures in public/help. */
export const pictureSizes = {
  analytics: { width: 760, height: 980 },
  booking: { width: 820, height: 900 },
  "booking-page": { width: 852, height: 780 },
  calendars: { width: 696, height: 640 },
  "event-type": { width: 696, height: 700 },
  fairness: { width: 760, height: 760 },
  links: { width: 760, height: 760 },
  "one-time": { width: 760, height: 880 },
  rsvp: { width: 688, height: 820 },
  schedule: { width: 696, height: 680 },
  template: { width: 760, height: 800 },
  why: { width: 760, height: 780 },
};

export type PictureName = keyof typeof pictureSizes;
