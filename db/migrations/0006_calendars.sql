CREATE TABLE "oauth_states" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"provider" text NOT NULL,
	"session_id" uuid,
	"user_id" uuid,
	"workspace_id" uuid,
	"verifier" text NOT NULL,
	"redirect_uri" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "oauth_states_purpose_check" CHECK ("oauth_states"."purpose" in ('sign_in', 'link', 'connect')),
	CONSTRAINT "oauth_states_provider_check" CHECK ("oauth_states"."provider" in ('google', 'microsoft'))
);
--> statement-breakpoint
CREATE TABLE "user_identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"email" text NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_identities_pkey" PRIMARY KEY("provider","subject"),
	CONSTRAINT "user_identities_provider_check" CHECK ("user_identities"."provider" in ('google', 'microsoft'))
);
--> statement-breakpoint
CREATE TABLE "booking_calendar_events" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"booking_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"connection_id" uuid,
	"provider" text NOT NULL,
	"calendar_name" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"generation" integer DEFAULT 0 NOT NULL,
	"provider_event_id" text,
	"ical_uid" text,
	"etag" text,
	"written" jsonb,
	"conference" text DEFAULT 'none' NOT NULL,
	"host_change" text,
	"host_change_at" timestamp with time zone,
	"host_start" timestamp with time zone,
	"host_end" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"round" integer DEFAULT 0 NOT NULL,
	"answer" text,
	"last_error" text,
	"next_try_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "booking_calendar_events_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "booking_calendar_events_state_check" CHECK ("booking_calendar_events"."state" in ('waiting', 'written', 'removed', 'failed')),
	CONSTRAINT "booking_calendar_events_change_check" CHECK ("booking_calendar_events"."host_change" in ('moved', 'deleted')),
	CONSTRAINT "booking_calendar_events_conference_check" CHECK ("booking_calendar_events"."conference" in ('none', 'pending', 'ready', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "calendar_accounts" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"email" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"access_token_expires_at" timestamp with time zone,
	"scopes" text[] DEFAULT '{}' NOT NULL,
	"needs_reconnect_since" timestamp with time zone,
	"reconnect_reason" text,
	"saves_contacts" boolean DEFAULT false NOT NULL,
	"disconnected_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_accounts_pkey" PRIMARY KEY("workspace_id","id"),
	CONSTRAINT "calendar_accounts_provider_check" CHECK ("calendar_accounts"."provider" in ('google', 'microsoft'))
);
--> statement-breakpoint
CREATE TABLE "calendar_channels" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"provider_channel_id" text,
	"resource_id" text,
	"secret_hash" text NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_channels_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text NOT NULL,
	"place" integer NOT NULL,
	"holder" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "leases_pkey" PRIMARY KEY("name","place")
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "ical_uid" text;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "account_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "timezone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "is_writable" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "conferences" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "tentative_blocks" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "stale_after_minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "stale_stops_offers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "stale_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "sync_token" text;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "synced_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "baseline_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "next_sync_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "sync_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "last_error" text;--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD COLUMN "last_error_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "calendar_events" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "oauth_states" ADD CONSTRAINT "oauth_states_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_states" ADD CONSTRAINT "oauth_states_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_identities" ADD CONSTRAINT "user_identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_calendar_events" ADD CONSTRAINT "booking_calendar_events_booking_fkey" FOREIGN KEY ("workspace_id","booking_id") REFERENCES "public"."bookings"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_accounts" ADD CONSTRAINT "calendar_accounts_member_fkey" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."workspace_members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_channels" ADD CONSTRAINT "calendar_channels_connection_fkey" FOREIGN KEY ("workspace_id","connection_id") REFERENCES "public"."calendar_connections"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "oauth_states_session_index" ON "oauth_states" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "oauth_states_user_index" ON "oauth_states" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "oauth_states_expiry_index" ON "oauth_states" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "user_identities_user_index" ON "user_identities" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_calendar_events_calendar_unique" ON "booking_calendar_events" USING btree ("workspace_id","booking_id","connection_id");--> statement-breakpoint
CREATE INDEX "booking_calendar_events_event_index" ON "booking_calendar_events" USING btree ("workspace_id","connection_id","provider_event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_accounts_subject_unique" ON "calendar_accounts" USING btree ("workspace_id","user_id","provider","subject") WHERE "calendar_accounts"."disconnected_at" is null;--> statement-breakpoint
CREATE INDEX "calendar_accounts_user_index" ON "calendar_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_accounts_owner_unique" ON "calendar_accounts" USING btree ("workspace_id","id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_channels_provider_unique" ON "calendar_channels" USING btree ("provider_channel_id");--> statement-breakpoint
CREATE INDEX "calendar_channels_connection_index" ON "calendar_channels" USING btree ("workspace_id","connection_id");--> statement-breakpoint
CREATE INDEX "calendar_channels_expiry_index" ON "calendar_channels" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_account_fkey" FOREIGN KEY ("workspace_id","account_id","user_id") REFERENCES "public"."calendar_accounts"("workspace_id","id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_connections_primary_unique" ON "calendar_connections" USING btree ("workspace_id","user_id") WHERE "calendar_connections"."is_primary";--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_connections_writing_unique" ON "calendar_connections" USING btree ("workspace_id","user_id") WHERE "calendar_connections"."create_events";--> statement-breakpoint
CREATE INDEX "calendar_connections_account_index" ON "calendar_connections" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "calendar_connections_next_sync_index" ON "calendar_connections" USING btree ("next_sync_at") WHERE "calendar_connections"."sync_enabled";--> statement-breakpoint
ALTER TABLE "calendar_connections" ADD CONSTRAINT "calendar_connections_stale_check" CHECK ("calendar_connections"."stale_after_minutes" between 5 and 1440);--> statement-breakpoint
ALTER TABLE "booking_calendar_events" ADD CONSTRAINT "booking_calendar_events_connection_fkey" FOREIGN KEY ("workspace_id","connection_id") REFERENCES "public"."calendar_connections"("workspace_id","id") ON DELETE SET NULL ("connection_id") ON UPDATE no action;
