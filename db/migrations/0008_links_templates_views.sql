CREATE TABLE "analytics_events" (
	"workspace_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "analytics_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"event_type_id" uuid NOT NULL,
	"link_id" uuid,
	"one_time_link_id" uuid,
	"occurred_at" timestamp with time zone NOT NULL,
	"visitor" text NOT NULL,
	"referrer_host" text,
	CONSTRAINT "analytics_events_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "analytics_events_kind_check" CHECK ("analytics_events"."kind" in ('view', 'open'))
);
--> statement-breakpoint
CREATE TABLE "analytics_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking_link_drafts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"link_id" uuid,
	"values" jsonb DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_link_drafts_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"event_type_id" uuid NOT NULL,
	"title" text NOT NULL,
	"token" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_links_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"event_type_id" uuid NOT NULL,
	"link_id" uuid,
	"recipient_email" text NOT NULL,
	"recipient_name" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone,
	"slots" jsonb,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_links_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "one_time_links_slots_check" CHECK ("one_time_links"."slots" is null or jsonb_typeof("one_time_links"."slots") = 'array')
);
--> statement-breakpoint
CREATE TABLE "booking_template_versions" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"template_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"questions" jsonb DEFAULT '[]' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_template_versions_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_templates" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"email_followup_enabled" boolean DEFAULT false NOT NULL,
	"followup_text" text DEFAULT '' NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_templates_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "template_version_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "one_time_link_id" uuid;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "template_id" uuid;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "is_link_only" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_link_drafts" ADD CONSTRAINT "booking_link_drafts_owner_fkey" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_link_drafts" ADD CONSTRAINT "booking_link_drafts_link_fkey" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."booking_links"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_links" ADD CONSTRAINT "booking_links_owner_fkey" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_links" ADD CONSTRAINT "booking_links_event_type_fkey" FOREIGN KEY ("workspace_id","event_type_id") REFERENCES "public"."booking_event_types"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_owner_fkey" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_event_type_fkey" FOREIGN KEY ("workspace_id","event_type_id") REFERENCES "public"."booking_event_types"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_link_fkey" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."booking_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_template_versions" ADD CONSTRAINT "booking_template_versions_template_fkey" FOREIGN KEY ("workspace_id","template_id") REFERENCES "public"."booking_templates"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_templates" ADD CONSTRAINT "booking_templates_owner_fkey" FOREIGN KEY ("workspace_id","owner_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "analytics_events_visitor_unique" ON "analytics_events" USING btree ("workspace_id","visitor");--> statement-breakpoint
CREATE INDEX "analytics_events_time_index" ON "analytics_events" USING btree ("workspace_id","occurred_at");--> statement-breakpoint
CREATE INDEX "analytics_events_event_type_index" ON "analytics_events" USING btree ("workspace_id","event_type_id","occurred_at");--> statement-breakpoint
CREATE INDEX "analytics_events_link_index" ON "analytics_events" USING btree ("workspace_id","link_id","occurred_at") WHERE "analytics_events"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "analytics_events_one_time_index" ON "analytics_events" USING btree ("workspace_id","one_time_link_id","occurred_at") WHERE "analytics_events"."one_time_link_id" is not null;--> statement-breakpoint
CREATE INDEX "booking_link_drafts_owner_index" ON "booking_link_drafts" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "booking_link_drafts_link_index" ON "booking_link_drafts" USING btree ("workspace_id","link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_links_token_unique" ON "booking_links" USING btree ("token");--> statement-breakpoint
CREATE INDEX "booking_links_owner_index" ON "booking_links" USING btree ("workspace_id","owner_id","created_at");--> statement-breakpoint
CREATE INDEX "booking_links_event_type_index" ON "booking_links" USING btree ("workspace_id","event_type_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_token_unique" ON "one_time_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "one_time_links_owner_index" ON "one_time_links" USING btree ("workspace_id","owner_id","created_at");--> statement-breakpoint
CREATE INDEX "one_time_links_event_type_index" ON "one_time_links" USING btree ("workspace_id","event_type_id");--> statement-breakpoint
CREATE INDEX "one_time_links_link_index" ON "one_time_links" USING btree ("workspace_id","link_id","created_at") WHERE "one_time_links"."link_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "booking_template_versions_unique" ON "booking_template_versions" USING btree ("workspace_id","template_id","version");--> statement-breakpoint
CREATE INDEX "booking_templates_owner_index" ON "booking_templates" USING btree ("workspace_id","owner_id");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_template_version_fkey" FOREIGN KEY ("workspace_id","template_version_id") REFERENCES "public"."booking_template_versions"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_link_fkey" FOREIGN KEY ("workspace_id","link_id") REFERENCES "public"."booking_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_one_time_link_fkey" FOREIGN KEY ("workspace_id","one_time_link_id") REFERENCES "public"."one_time_links"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD CONSTRAINT "booking_event_types_template_fkey" FOREIGN KEY ("workspace_id","template_id") REFERENCES "public"."booking_templates"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_one_time_link_unique" ON "bookings" USING btree ("workspace_id","one_time_link_id") WHERE "bookings"."one_time_link_id" is not null;--> statement-breakpoint
CREATE INDEX "bookings_link_index" ON "bookings" USING btree ("workspace_id","link_id","created_at") WHERE "bookings"."link_id" is not null;--> statement-breakpoint
CREATE INDEX "bookings_template_version_index" ON "bookings" USING btree ("workspace_id","template_version_id") WHERE "bookings"."template_version_id" is not null;--> statement-breakpoint
CREATE INDEX "booking_event_types_template_index" ON "booking_event_types" USING btree ("workspace_id","template_id");