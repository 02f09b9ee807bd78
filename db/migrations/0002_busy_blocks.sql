CREATE TABLE "calendar_connections" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"calendar_id" text NOT NULL,
	"name" text NOT NULL,
	"is_primary" boolean DEFAULT false NOT NULL,
	"sync_enabled" boolean DEFAULT true NOT NULL,
	"check_conflicts" boolean DEFAULT true NOT NULL,
	"create_events" boolean DEFAULT false NOT NULL,
	"last_synced_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_connections_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calendar_connections_provider_check" CHECK ("calendar_connections"."provider" in ('google', 'microsoft'))
);
--> statement-breakpoint
CREATE TABLE "calendar_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"provider_event_id" text NOT NULL,
	"during" "tstzrange" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_events_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calendar_events_during_check" CHECK (not (isempty("calendar_events"."during") or lower_inf("calendar_events"."during") or upper_inf("calendar_events"."during")))
);
--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_during_check";
--> statement-breakpoint
DROP INDEX "bookings_id_index";
--> statement-breakpoint
DROP INDEX "bookings_host_start_index";
--> statement-breakpoint
DROP INDEX "bookings_host_index";
--> statement-breakpoint
DROP INDEX "bookings_event_type_index";
--> statement-breakpoint
ALTER TABLE "booking_date_overrides" ADD COLUMN "note" text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "excluded_date_notes" jsonb DEFAULT '{}'::jsonb NOT NULL;
--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_member_fkey" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_connections_owner_unique" ON "calendar_connections" USING btree ("workspace_id","id","user_id");
--> statement-breakpoint
ALTER TABLE "calendar_events" ADD CONSTRAINT "calendar_events_connection_fkey" FOREIGN KEY ("workspace_id","connection_id","user_id") REFERENCES "public"."calendar_connections"("workspace_id","id","user_id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_connections_calendar_unique" ON "calendar_connections" USING btree ("workspace_id","user_id","provider","calendar_id");
--> statement-breakpoint
CREATE INDEX "calendar_connections_user_index" ON "calendar_connections" USING btree ("user_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_events_event_unique" ON "calendar_events" USING btree ("workspace_id","connection_id","provider_event_id");
--> statement-breakpoint
CREATE INDEX "calendar_events_user_during_index" ON "calendar_events" USING gist ("user_id","during");
--> statement-breakpoint
CREATE INDEX "bookings_host_index" ON "bookings" USING btree ("host_id","start_time");
--> statement-breakpoint
CREATE INDEX "bookings_event_type_index" ON "bookings" USING btree ("event_type_id","start_time");
--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_during_check" CHECK (not (isempty("claims"."during") or lower_inf("claims"."during") or upper_inf("claims"."during")));
