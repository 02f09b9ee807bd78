CREATE TABLE "booking_picks" (
	"workspace_id" uuid NOT NULL,
	"booking_id" uuid NOT NULL,
	"event_type_id" uuid NOT NULL,
	"team_id" uuid,
	"host_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"candidates" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_picks_pkey" PRIMARY KEY("workspace_id","booking_id"),
	CONSTRAINT "booking_picks_rule_check" CHECK ("booking_picks"."rule" in ('only_one_free', 'priority', 'fewest', 'longest_ago', 'id', 'lost_race'))
);
--> statement-breakpoint
CREATE TABLE "booking_rsvps" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"booking_id" uuid NOT NULL,
	"attendee_id" uuid NOT NULL,
	"response_token" text NOT NULL,
	"response" text,
	"comment" text DEFAULT '' NOT NULL,
	"responded_at" timestamp with time zone,
	"replaced_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_rsvps_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "booking_rsvps_response_check" CHECK ("booking_rsvps"."response" in ('accepted', 'declined')),
	CONSTRAINT "booking_rsvps_responded_check" CHECK (("booking_rsvps"."response" is null) = ("booking_rsvps"."responded_at" is null))
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "shows_hosts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "workspace_members" ADD COLUMN "deactivated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking_picks" ADD CONSTRAINT "booking_picks_host_id_users_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_picks" ADD CONSTRAINT "booking_picks_booking_fkey" FOREIGN KEY ("workspace_id","booking_id") REFERENCES "public"."bookings"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_rsvps" ADD CONSTRAINT "booking_rsvps_booking_fkey" FOREIGN KEY ("workspace_id","booking_id") REFERENCES "public"."bookings"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_rsvps" ADD CONSTRAINT "booking_rsvps_attendee_fkey" FOREIGN KEY ("workspace_id","attendee_id") REFERENCES "public"."booking_attendees"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_picks_event_type_index" ON "booking_picks" USING btree ("event_type_id","created_at");--> statement-breakpoint
CREATE INDEX "booking_picks_team_index" ON "booking_picks" USING btree ("workspace_id","team_id","created_at") WHERE "booking_picks"."team_id" is not null;--> statement-breakpoint
CREATE INDEX "booking_picks_host_index" ON "booking_picks" USING btree ("host_id","event_type_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_rsvps_token_unique" ON "booking_rsvps" USING btree ("response_token");--> statement-breakpoint
CREATE INDEX "booking_rsvps_booking_index" ON "booking_rsvps" USING btree ("workspace_id","booking_id");--> statement-breakpoint
CREATE INDEX "booking_rsvps_attendee_index" ON "booking_rsvps" USING btree ("workspace_id","attendee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_rsvps_present_unique" ON "booking_rsvps" USING btree ("workspace_id","attendee_id") WHERE "booking_rsvps"."replaced_at" is null;