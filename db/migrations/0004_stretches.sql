ALTER TABLE "claims" DROP CONSTRAINT "claims_during_check";--> statement-breakpoint
ALTER TABLE "calendar_events" DROP CONSTRAINT "calendar_events_during_check";--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_during_check" CHECK (not (isempty("claims"."during") or lower_inf("claims"."during") or upper_inf("claims"."during")));--> statement-breakpoint
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_during_check" CHECK (not (isempty("calendar_events"."during") or lower_inf("calendar_events"."during") or upper_inf("calendar_events"."during")));