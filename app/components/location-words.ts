import type { Translate } from "~/messages/translate";
import type { IconName } from "./icon";

/** Where people meet. `url` only where it is a web address; `isLinkMade`: a calendar is at work on one. */
export type Place = { type: string; value: string; url: string | null; isLinkMade?: boolean };

const icons: Record<string, IconName> = { phone: "phone", in_person: "map-pin", custom: "message-square" };

export function placeIcon({ type }: Place): IconName {
  return icons[type] ?? "video";
}

/** The way to meet alone: "Google Meet", "Phone". */
export function placeName(t: Translate, { type }: Place): string {
  if (type === "google_meet") return "Google Meet";
  if (type === "microsoft_teams") return "Microsoft Teams";
  if (type === "zoom") return "Zoom";
  if (type === "phone") return t("common.place.phone");
  return type === "in_person" ? t("common.place.inPerson") : t("common.place.custom");
}

/** Before the booking: as much as everybody may know. */
export function placeOnOffer(t: Translate, place: Place, hasLink: boolean): string {
  if (place.type === "in_person") return place.value || placeName(t, place);
  if (place.type === "custom") return place.value || t("book.place.later");
  if (place.type === "phone" || !hasLink) return placeName(t, place);
  return t("book.place.link", { place: placeName(t, place) });
}
