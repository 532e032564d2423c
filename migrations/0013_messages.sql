CREATE TABLE "conversations" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"buyer_name" text,
	"assignee_id" text,
	"assignee_name" text,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"blocked_at" timestamp with time zone,
	"blocked_by" text,
	"entries" integer DEFAULT 0 NOT NULL,
	"messages" integer DEFAULT 0 NOT NULL,
	"buyer_last" integer DEFAULT 0 NOT NULL,
	"seller_last" integer DEFAULT 0 NOT NULL,
	"buyer_read" integer DEFAULT 0 NOT NULL,
	"seller_read" integer DEFAULT 0 NOT NULL,
	"kept_unread" boolean DEFAULT false NOT NULL,
	"last_side" text DEFAULT 'buyer' NOT NULL,
	"last_text" text DEFAULT '' NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversations_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_entries" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"position" integer NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"number" integer,
	"side" text NOT NULL,
	"person_id" text,
	"person_name" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"about" jsonb,
	"width" integer,
	"height" integer,
	"key" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_entries_account_id_conversation_id_position_pk" PRIMARY KEY("account_id","conversation_id","position")
);
--> statement-breakpoint
ALTER TABLE "conversation_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_replies" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"by_name" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_replies_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "saved_replies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_settings" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"bell" boolean NOT NULL,
	"mail" boolean NOT NULL,
	CONSTRAINT "notice_settings_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notice_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notices_sent" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notices_sent_account_id_person_id_kind_pk" PRIMARY KEY("account_id","person_id","kind")
);
--> statement-breakpoint
ALTER TABLE "notices_sent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_entries" ADD CONSTRAINT "conversation_entries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_entries" ADD CONSTRAINT "conversation_entries_conversation" FOREIGN KEY ("account_id","conversation_id") REFERENCES "public"."conversations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_replies" ADD CONSTRAINT "saved_replies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices_sent" ADD CONSTRAINT "notices_sent_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices_sent" ADD CONSTRAINT "notices_sent_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_pair" ON "conversations" USING btree ("account_id","buyer_id");--> statement-breakpoint
CREATE INDEX "conversations_latest" ON "conversations" USING btree ("account_id","last_at","id");--> statement-breakpoint
CREATE INDEX "conversations_unread" ON "conversations" USING btree ("account_id","last_at","id") WHERE ("conversations"."buyer_last" > "conversations"."seller_read" or "conversations"."kept_unread") and "conversations"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "conversations_assigned" ON "conversations" USING btree ("account_id","assignee_id","last_at","id");--> statement-breakpoint
CREATE INDEX "conversations_unassigned" ON "conversations" USING btree ("account_id","last_at","id") WHERE "conversations"."assignee_id" is null and "conversations"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "conversations_closed" ON "conversations" USING btree ("account_id","last_at","id") WHERE "conversations"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX "conversations_buyer" ON "conversations" USING btree ("buyer_id","last_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_entries_id" ON "conversation_entries" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_entries_number" ON "conversation_entries" USING btree ("account_id","conversation_id","number") WHERE "conversation_entries"."number" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "conversation_entries_key" ON "conversation_entries" USING btree ("account_id","conversation_id","person_id","key") WHERE "conversation_entries"."key" is not null;--> statement-breakpoint
CREATE INDEX "conversation_entries_buyer" ON "conversation_entries" USING btree ("buyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_replies_title" ON "saved_replies" USING btree ("account_id",lower("title"));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "conversations" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("conversations"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("conversations"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "conversation_entries" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("conversation_entries"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("conversation_entries"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "saved_replies" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("saved_replies"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("saved_replies"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_person" ON "notice_settings" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person" USING ("notice_settings"."person_id" = (select nullif(current_setting('app.person', true), ''))) WITH CHECK ("notice_settings"."person_id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_team" ON "notice_settings" AS PERMISSIVE FOR SELECT TO "stagedoor_system" USING (exists (select from members m where m.person_id = "notice_settings"."person_id" and m.account_id = (select nullif(current_setting('app.account', true), ''))));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "notices_sent" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("notices_sent"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("notices_sent"."account_id" = (select nullif(current_setting('app.account', true), '')));