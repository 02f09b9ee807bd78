DROP INDEX "booking_attendees_user_index";--> statement-breakpoint
DROP INDEX "booking_history_actor_index";--> statement-breakpoint
DROP INDEX "bookings_submission_unique";--> statement-breakpoint
CREATE INDEX "booking_attendees_user_index" ON "booking_attendees" USING btree ("user_id") WHERE "booking_attendees"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "booking_history_actor_index" ON "booking_history" USING btree ("actor_id") WHERE "booking_history"."actor_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_submission_unique" ON "bookings" USING btree ("workspace_id","event_type_id","submission_key") WHERE "bookings"."submission_key" is not null;