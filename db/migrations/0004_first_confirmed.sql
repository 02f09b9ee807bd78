ALTER TABLE "bookings" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
UPDATE "bookings" SET "confirmed_at" = first."at" FROM (
	SELECT "workspace_id", "booking_id", min("created_at") AS "at" FROM "booking_history" WHERE "move" IN ('booked', 'confirmed') GROUP BY 1, 2
) AS first WHERE first."workspace_id" = "bookings"."workspace_id" AND first."booking_id" = "bookings"."id";
