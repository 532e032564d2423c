CREATE TABLE "usernames" (
	"username" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"held_for" text,
	"until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "usernames" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity_seals" (
	"account_id" text NOT NULL,
	"number" bigint NOT NULL,
	"rows" integer NOT NULL,
	"last_at" timestamp(6) with time zone NOT NULL,
	"last_id" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_seals_account_id_number_pk" PRIMARY KEY("account_id","number")
);
--> statement-breakpoint
ALTER TABLE "activity_seals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"erase_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_username_unique" UNIQUE("username")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "activity" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" text,
	"person_name" text NOT NULL,
	"account_name" text NOT NULL,
	"area" text NOT NULL,
	"act" text NOT NULL,
	"subject_id" text,
	"subject_name" text,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"ip" text,
	"allowed" boolean DEFAULT true NOT NULL,
	CONSTRAINT "activity_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "activity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "attempts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "members" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"ends_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text DEFAULT 'en' NOT NULL,
	"wish" text NOT NULL,
	"hold" text NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "presence" (
	"account_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "presence_account_id_person_id_pk" PRIMARY KEY("account_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"person_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mails" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"subject_id" text,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"sealed" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"person_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "devices" (
	"person_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "devices_person_id_fingerprint_pk" PRIMARY KEY("person_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "devices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"person_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "two_factors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "verifications" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_movements_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "stock_movements_quantity" CHECK ("stock_movements"."quantity" <> 0)
);
--> statement-breakpoint
ALTER TABLE "stock_movements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"price" integer NOT NULL,
	"draft" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "products_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "products_price" CHECK ("products"."price" >= 0)
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"language" text NOT NULL,
	"ends_at" timestamp with time zone,
	"invited_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"outcome" text,
	"settled_at" timestamp with time zone,
	"settled_by" text,
	CONSTRAINT "invitations_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "usernames" ADD CONSTRAINT "usernames_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_seals" ADD CONSTRAINT "activity_seals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "devices" ADD CONSTRAINT "devices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_product" FOREIGN KEY ("account_id","product_id") REFERENCES "public"."products"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "usernames_account" ON "usernames" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "activity_latest" ON "activity" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE INDEX "activity_person" ON "activity" USING btree ("account_id","person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "members_person" ON "members" USING btree ("person_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_one_owner" ON "members" USING btree ("account_id") WHERE "members"."role" = 'owner';--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mails_subject" ON "mails" USING btree ("account_id","subject_id","created_at");--> statement-breakpoint
CREATE INDEX "mails_latest" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "credentials_person" ON "credentials" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "two_factors_person" ON "two_factors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "stock_movements_of_product" ON "stock_movements" USING btree ("account_id","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_pending" ON "invitations" USING btree ("account_id",lower("email")) WHERE "invitations"."outcome" is null;--> statement-breakpoint
CREATE INDEX "invitations_latest" ON "invitations" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_email" ON "invitations" USING btree (lower("email"));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "usernames" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("usernames"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("usernames"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "activity_seals" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("activity_seals"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("activity_seals"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "accounts" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("accounts"."id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("accounts"."id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_its_people" ON "accounts" AS PERMISSIVE FOR SELECT TO "stagedoor_person" USING (exists (
          select from members m
          where m.account_id = "accounts"."id" and m.person_id = (select nullif(current_setting('app.person', true), '')) and (m.ends_at is null or m.ends_at > now()))
        or exists (
          select from invitations i
          where i.account_id = "accounts"."id" and i.outcome is null and i.expires_at > now()));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "activity" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("activity"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("activity"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "own_answers" ON "activity" AS PERMISSIVE FOR INSERT TO "stagedoor_person" WITH CHECK ("activity"."person_id" = (select nullif(current_setting('app.person', true), '')) and exists (select from accounts a where a.id = "activity"."account_id"));--> statement-breakpoint
CREATE POLICY "of_nobody" ON "attempts" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "of_the_account" ON "members" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("members"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("members"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "own_memberships" ON "members" AS PERMISSIVE FOR SELECT TO "stagedoor_person" USING ("members"."person_id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "join_by_invitation" ON "members" AS PERMISSIVE FOR INSERT TO "stagedoor_person" WITH CHECK ("members"."person_id" = (select nullif(current_setting('app.person', true), '')) and "members"."role" <> 'owner' and exists (
        select from invitations i
        where i.account_id = "members"."account_id" and i.role = "members"."role" and i.outcome is null and i.expires_at > now()));--> statement-breakpoint
CREATE POLICY "of_the_person" ON "people" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person" USING ("people"."id" = (select nullif(current_setting('app.person', true), ''))) WITH CHECK ("people"."id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_team" ON "people" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING (exists (select from members m where m.person_id = "people"."id" and m.account_id = (select nullif(current_setting('app.account', true), '')))
        or exists (select from invitations i where i.invited_by = "people"."id" and i.account_id = (select nullif(current_setting('app.account', true), ''))));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "presence" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("presence"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("presence"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_person" ON "sessions" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person" USING ("sessions"."person_id" = (select nullif(current_setting('app.person', true), ''))) WITH CHECK ("sessions"."person_id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "mails" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("mails"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("mails"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "to_oneself_or_in_answer" ON "mails" AS PERMISSIVE FOR INSERT TO "stagedoor_person" WITH CHECK (("mails"."account_id" is null and lower("mails"."address") = (select lower(p.email) from people p where p.id = (select nullif(current_setting('app.person', true), ''))))
        or exists (select from accounts a where a.id = "mails"."account_id"));--> statement-breakpoint
CREATE POLICY "of_the_person" ON "credentials" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person" USING ("credentials"."person_id" = (select nullif(current_setting('app.person', true), ''))) WITH CHECK ("credentials"."person_id" = (select nullif(current_setting('app.person', true), '')));--> statement-breakpoint
CREATE POLICY "of_nobody" ON "devices" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "of_nobody" ON "two_factors" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "of_nobody" ON "verifications" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "of_the_account" ON "stock_movements" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("stock_movements"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("stock_movements"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "products" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("products"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("products"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "invitations" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("invitations"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("invitations"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "sent_to_me" ON "invitations" AS PERMISSIVE FOR SELECT TO "stagedoor_person" USING (lower("invitations"."email") = (select lower(p.email) from people p where p.id = (select nullif(current_setting('app.person', true), '')) and p.email_verified));--> statement-breakpoint
CREATE POLICY "answer" ON "invitations" AS PERMISSIVE FOR UPDATE TO "stagedoor_person" USING ("invitations"."outcome" is null and lower("invitations"."email") = (select lower(p.email) from people p where p.id = (select nullif(current_setting('app.person', true), '')) and p.email_verified)) WITH CHECK ("invitations"."outcome" in ('accepted', 'declined') and "invitations"."settled_by" = (select nullif(current_setting('app.person', true), '')) and lower("invitations"."email") = (select lower(p.email) from people p where p.id = (select nullif(current_setting('app.person', true), '')) and p.email_verified));