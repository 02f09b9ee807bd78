CREATE TABLE "booking_bulk_cancellations" (
	"workspace_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"booking_ids" uuid[] NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "booking_bulk_cancellations_pkey" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_state_check";--> statement-breakpoint
ALTER TABLE "booking_attendees" ADD COLUMN "is_no_show" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_history" ADD COLUMN "host_before" uuid;--> statement-breakpoint
ALTER TABLE "booking_history" ADD COLUMN "host_after" uuid;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "invitee_may_cancel" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "cancel_notice_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "invitee_may_reschedule" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "reschedule_notice_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "requires_reason" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "takes_time_requests" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD COLUMN "email_followup_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "reply_to" jsonb;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking_bulk_cancellations" ADD CONSTRAINT "booking_bulk_cancellations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_bulk_cancellations" ADD CONSTRAINT "booking_bulk_cancellations_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_bulk_cancellations_actor_index" ON "booking_bulk_cancellations" USING btree ("actor_id");--> statement-breakpoint
ALTER TABLE "booking_history" ADD CONSTRAINT "booking_history_host_before_users_id_fk" FOREIGN KEY ("host_before") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_history" ADD CONSTRAINT "booking_history_host_after_users_id_fk" FOREIGN KEY ("host_after") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "booking_history_host_before_index" ON "booking_history" USING btree ("host_before") WHERE "booking_history"."host_before" is not null;--> statement-breakpoint
CREATE INDEX "booking_history_host_after_index" ON "booking_history" USING btree ("host_after") WHERE "booking_history"."host_after" is not null;--> statement-breakpoint
CREATE INDEX "notifications_undelivered_index" ON "notifications" USING btree ("workspace_id","created_at") WHERE "notifications"."state" in ('failed', 'bounced');--> statement-breakpoint
ALTER TABLE "booking_event_types" ADD CONSTRAINT "booking_event_types_policy_check" CHECK ("booking_event_types"."cancel_notice_hours" between 0 and 8760 and "booking_event_types"."reschedule_notice_hours" between 0 and 8760);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_state_check" CHECK ("notifications"."state" in ('queued', 'sending', 'kept', 'sent', 'bounced', 'failed', 'skipped'));