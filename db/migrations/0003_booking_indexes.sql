DROP INDEX "bookings_id_index";--> statement-breakpoint
DROP INDEX "bookings_host_start_index";--> statement-breakpoint
DROP INDEX "bookings_host_index";--> statement-breakpoint
DROP INDEX "bookings_event_type_index";--> statement-breakpoint
CREATE INDEX "bookings_host_index" ON "bookings" USING btree ("host_id","start_time");--> statement-breakpoint
CREATE INDEX "bookings_event_type_index" ON "bookings" USING btree ("event_type_id","start_time");