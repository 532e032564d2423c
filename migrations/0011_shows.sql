CREATE TABLE "auctions" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"show_id" text NOT NULL,
	"rehearsal" boolean DEFAULT false NOT NULL,
	"product_id" text NOT NULL,
	"title" text NOT NULL,
	"photo_id" text,
	"currency" text NOT NULL,
	"starting_bid" bigint NOT NULL,
	"seconds" integer NOT NULL,
	"counter_seconds" integer NOT NULL,
	"sudden_death" boolean NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"price" bigint,
	"leader_id" text,
	"leader_name" text,
	"bids" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" text,
	CONSTRAINT "auctions_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "auctions_leader" CHECK (("auctions"."price" is null) = ("auctions"."leader_id" is null))
);
--> statement-breakpoint
ALTER TABLE "auctions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bids" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"auction_id" text NOT NULL,
	"buyer_name" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"amount" bigint NOT NULL,
	"max" bigint NOT NULL,
	"price" bigint NOT NULL,
	"led" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"method" jsonb,
	"address" jsonb,
	CONSTRAINT "bids_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "bids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "giveaway_entries" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"giveaway_id" text NOT NULL,
	"id" text NOT NULL,
	"buyer_name" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"address" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "giveaway_entries_account_id_giveaway_id_buyer_id_pk" PRIMARY KEY("account_id","giveaway_id","buyer_id")
);
--> statement-breakpoint
ALTER TABLE "giveaway_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "giveaways" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"show_id" text NOT NULL,
	"rehearsal" boolean DEFAULT false NOT NULL,
	"product_id" text NOT NULL,
	"title" text NOT NULL,
	"photo_id" text,
	"state" text DEFAULT 'open' NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"commitment" text NOT NULL,
	"seed" text NOT NULL,
	"drawn_from" text[],
	"winner_id" text,
	"winner_name" text,
	"entries" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"order_id" text,
	CONSTRAINT "giveaways_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "giveaways" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_bans" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"show_id" text,
	"until" timestamp with time zone,
	"by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "chat_bans_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "chat_bans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "chat_lines" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"show_id" text NOT NULL,
	"kind" text DEFAULT 'line' NOT NULL,
	"person_id" text,
	"person_name" text NOT NULL,
	"name" text NOT NULL,
	"username" text,
	"host" boolean DEFAULT false NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" text,
	CONSTRAINT "chat_lines_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "chat_lines" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "muted_words" (
	"account_id" text PRIMARY KEY NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "muted_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audience" (
	"account_id" text NOT NULL,
	"show_id" text NOT NULL,
	"node" text NOT NULL,
	"viewers" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audience_account_id_show_id_node_pk" PRIMARY KEY("account_id","show_id","node")
);
--> statement-breakpoint
ALTER TABLE "audience" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "bookmarks" (
	"person_id" text NOT NULL,
	"account_id" text NOT NULL,
	"show_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookmarks_person_id_account_id_show_id_pk" PRIMARY KEY("person_id","account_id","show_id")
);
--> statement-breakpoint
ALTER TABLE "bookmarks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "broadcasts" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"show_id" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"offered_to" text,
	"offered_name" text,
	"video" boolean DEFAULT false NOT NULL,
	"node" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	"end" text,
	CONSTRAINT "broadcasts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "broadcasts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lineup" (
	"account_id" text NOT NULL,
	"show_id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"price" bigint,
	CONSTRAINT "lineup_account_id_show_id_product_id_pk" PRIMARY KEY("account_id","show_id","product_id")
);
--> statement-breakpoint
ALTER TABLE "lineup" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "show_minutes" (
	"account_id" text NOT NULL,
	"show_id" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"viewers" integer NOT NULL,
	CONSTRAINT "show_minutes_account_id_show_id_minute_pk" PRIMARY KEY("account_id","show_id","minute"),
	CONSTRAINT "show_minutes_viewers" CHECK ("show_minutes"."viewers" >= 0)
);
--> statement-breakpoint
ALTER TABLE "show_minutes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shows" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"series_id" text,
	"rehearses" text,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"cover_id" text,
	"cover_width" integer,
	"cover_height" integer,
	"starts_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	"discoverability" text DEFAULT 'public' NOT NULL,
	"state" text DEFAULT 'scheduled' NOT NULL,
	"currency" text NOT NULL,
	"started_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" text,
	"close_note" text DEFAULT '' NOT NULL,
	"slow_seconds" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shows_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "shows_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "shows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "past_members" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	CONSTRAINT "past_members_account_id_person_id_pk" PRIMARY KEY("account_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "past_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders" DROP CONSTRAINT "orders_total";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "show_id" text;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "show_id" text;--> statement-breakpoint
ALTER TABLE "auctions" ADD CONSTRAINT "auctions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bids" ADD CONSTRAINT "bids_auction" FOREIGN KEY ("account_id","auction_id") REFERENCES "public"."auctions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "giveaway_entries" ADD CONSTRAINT "giveaway_entries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "giveaway_entries" ADD CONSTRAINT "giveaway_entries_giveaway" FOREIGN KEY ("account_id","giveaway_id") REFERENCES "public"."giveaways"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "giveaways" ADD CONSTRAINT "giveaways_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_bans" ADD CONSTRAINT "chat_bans_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_lines" ADD CONSTRAINT "chat_lines_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "muted_words" ADD CONSTRAINT "muted_words_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audience" ADD CONSTRAINT "audience_show" FOREIGN KEY ("account_id","show_id") REFERENCES "public"."shows"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookmarks" ADD CONSTRAINT "bookmarks_show" FOREIGN KEY ("account_id","show_id") REFERENCES "public"."shows"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcasts" ADD CONSTRAINT "broadcasts_show" FOREIGN KEY ("account_id","show_id") REFERENCES "public"."shows"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lineup" ADD CONSTRAINT "lineup_show" FOREIGN KEY ("account_id","show_id") REFERENCES "public"."shows"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "show_minutes" ADD CONSTRAINT "show_minutes_show" FOREIGN KEY ("account_id","show_id") REFERENCES "public"."shows"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shows" ADD CONSTRAINT "shows_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_members" ADD CONSTRAINT "past_members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_members" ADD CONSTRAINT "past_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "auctions_one_running" ON "auctions" USING btree ("account_id","show_id") WHERE "auctions"."state" = 'running';--> statement-breakpoint
CREATE INDEX "auctions_of_show" ON "auctions" USING btree ("account_id","show_id","id");--> statement-breakpoint
CREATE INDEX "auctions_due" ON "auctions" USING btree ("ends_at") WHERE "auctions"."state" = 'running';--> statement-breakpoint
CREATE INDEX "auctions_leader" ON "auctions" USING btree ("leader_id") WHERE "auctions"."state" = 'running';--> statement-breakpoint
CREATE INDEX "bids_of_auction" ON "bids" USING btree ("account_id","auction_id","id");--> statement-breakpoint
CREATE INDEX "bids_buyer" ON "bids" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "giveaways_one_open" ON "giveaways" USING btree ("account_id","show_id") WHERE "giveaways"."state" = 'open';--> statement-breakpoint
CREATE INDEX "giveaways_of_show" ON "giveaways" USING btree ("account_id","show_id","id");--> statement-breakpoint
CREATE INDEX "giveaways_due" ON "giveaways" USING btree ("ends_at") WHERE "giveaways"."state" = 'open';--> statement-breakpoint
CREATE INDEX "chat_bans_person" ON "chat_bans" USING btree ("account_id","person_id");--> statement-breakpoint
CREATE INDEX "chat_lines_latest" ON "chat_lines" USING btree ("account_id","show_id","id");--> statement-breakpoint
CREATE INDEX "chat_lines_person" ON "chat_lines" USING btree ("account_id","show_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "bookmarks_of_show" ON "bookmarks" USING btree ("account_id","show_id");--> statement-breakpoint
CREATE UNIQUE INDEX "broadcasts_one_host" ON "broadcasts" USING btree ("account_id","show_id") WHERE "broadcasts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "broadcasts_open" ON "broadcasts" USING btree ("seen_at") WHERE "broadcasts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "shows_state" ON "shows" USING btree ("account_id","state","starts_at","id");--> statement-breakpoint
CREATE INDEX "shows_explore" ON "shows" USING btree ("state","starts_at","id") WHERE "shows"."discoverability" = 'public';--> statement-breakpoint
CREATE INDEX "shows_series" ON "shows" USING btree ("account_id","series_id");--> statement-breakpoint
CREATE INDEX "orders_show" ON "orders" USING btree ("account_id","show_id","id") WHERE "orders"."show_id" is not null;--> statement-breakpoint
CREATE INDEX "shipments_show" ON "shipments" USING btree ("account_id","show_id","id") WHERE "shipments"."show_id" is not null;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_total" CHECK ("orders"."total" = "orders"."items_total" + "orders"."shipping" and "orders"."total" >= 0);--> statement-breakpoint
CREATE POLICY "of_the_account" ON "auctions" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("auctions"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("auctions"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "bids" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("bids"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("bids"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "bids" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("bids"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "giveaway_entries" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("giveaway_entries"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("giveaway_entries"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "giveaway_entries" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("giveaway_entries"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "giveaways" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("giveaways"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("giveaways"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "chat_bans" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("chat_bans"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("chat_bans"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "chat_lines" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("chat_lines"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("chat_lines"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "muted_words" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("muted_words"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("muted_words"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "audience" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("audience"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("audience"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_person" ON "bookmarks" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person" USING ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), ''))) WITH CHECK ("bookmarks"."person_id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_shop" ON "bookmarks" AS PERMISSIVE FOR SELECT TO "stagedoor_system" USING ("bookmarks"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "broadcasts" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("broadcasts"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("broadcasts"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "lineup" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("lineup"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("lineup"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "show_minutes" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("show_minutes"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("show_minutes"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "shows" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("shows"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("shows"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "past_members" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("past_members"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("past_members"."account_id" = (select nullif(current_setting('app.account', true), '')));