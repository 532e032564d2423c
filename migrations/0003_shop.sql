CREATE TABLE "idempotency" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"done" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "task_rows" (
	"account_id" text NOT NULL,
	"task_id" text NOT NULL,
	"number" integer NOT NULL,
	"input" jsonb NOT NULL,
	"outcome" text,
	"problem" jsonb,
	CONSTRAINT "task_rows_account_id_task_id_number_pk" PRIMARY KEY("account_id","task_id","number")
);
--> statement-breakpoint
ALTER TABLE "task_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tasks" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"about" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "tasks_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "tasks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "photos" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"position" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photos_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "photos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "transfers" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"from_book" text NOT NULL,
	"to_book" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"order_id" text,
	"cause_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "transfers_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "transfers_amount" CHECK ("transfers"."amount" > 0),
	CONSTRAINT "transfers_books" CHECK ("transfers"."from_book" <> "transfers"."to_book")
);
--> statement-breakpoint
ALTER TABLE "transfers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cancellation_requests" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"reason" text NOT NULL,
	"person_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"suggestion" text,
	"suggestion_note" text DEFAULT '' NOT NULL,
	"suggested_by" text,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"settled_by" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "cancellation_requests_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "cancellation_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "charges" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"order_id" text NOT NULL,
	"provider" text NOT NULL,
	"method_ref" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'started' NOT NULL,
	"ref" text,
	"confirm_url" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "charges_account_id_order_id_pk" PRIMARY KEY("account_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "charges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_events" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"what" text NOT NULL,
	"person_name" text,
	"side" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_events_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "order_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_items" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"order_id" text NOT NULL,
	"position" integer NOT NULL,
	"product_id" text NOT NULL,
	"title" text NOT NULL,
	"sku" text NOT NULL,
	"price" bigint NOT NULL,
	"quantity" integer NOT NULL,
	"photo_id" text,
	CONSTRAINT "order_items_account_id_order_id_position_pk" PRIMARY KEY("account_id","order_id","position")
);
--> statement-breakpoint
ALTER TABLE "order_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"seller_name" text,
	"buyer_name" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"currency" text NOT NULL,
	"items_total" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"total" bigint NOT NULL,
	"weight_grams" integer NOT NULL,
	"address" jsonb,
	"method" text NOT NULL,
	"person_id" text NOT NULL,
	"person_name" text NOT NULL,
	"failure" text,
	"shipment_id" text,
	"search" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"paid_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "orders_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "orders_total" CHECK ("orders"."total" = "orders"."items_total" + "orders"."shipping" and "orders"."total" > 0)
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "refunds" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"order_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"state" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"person_name" text NOT NULL,
	"decided_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "refunds_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shipments" (
	"account_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"id" text NOT NULL,
	"status" text DEFAULT 'created' NOT NULL,
	"address" jsonb,
	"weight_grams" integer,
	"length_cm" integer,
	"width_cm" integer,
	"height_cm" integer,
	"carrier" text,
	"tracking" text,
	"label_cost" bigint,
	"packed_at" timestamp with time zone,
	"packed_by" text,
	"labelled_at" timestamp with time zone,
	"dropped_off_at" timestamp with time zone,
	"in_transit_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shipments_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "shipments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_methods" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"provider" text NOT NULL,
	"ref" text NOT NULL,
	"brand" text NOT NULL,
	"last4" text NOT NULL,
	"exp_month" integer NOT NULL,
	"exp_year" integer NOT NULL,
	"preferred" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_methods_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "payment_methods" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sandbox_bank" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"of" text,
	"status" text NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sandbox_bank" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payout_details" (
	"account_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sealed" text NOT NULL,
	"masked" text NOT NULL,
	"holder" text NOT NULL,
	"country" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payout_details" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payouts" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'started' NOT NULL,
	"destination" text NOT NULL,
	"person_name" text NOT NULL,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "payouts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "payouts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "addresses" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text DEFAULT '' NOT NULL,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"country" text NOT NULL,
	"preferred" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "addresses_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "addresses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cart_items" (
	"account_id" text NOT NULL,
	"seller_id" text NOT NULL,
	"product_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cart_items_account_id_seller_id_product_id_pk" PRIMARY KEY("account_id","seller_id","product_id"),
	CONSTRAINT "cart_items_quantity" CHECK ("cart_items"."quantity" > 0)
);
--> statement-breakpoint
ALTER TABLE "cart_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "stock_movements_of_product";--> statement-breakpoint
ALTER TABLE "stock_movements" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "condition" text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "sale" text DEFAULT 'fixed' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "weight_grams" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "stock" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_rows" ADD CONSTRAINT "task_rows_task" FOREIGN KEY ("account_id","task_id") REFERENCES "public"."tasks"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_product" FOREIGN KEY ("account_id","product_id") REFERENCES "public"."products"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellation_requests" ADD CONSTRAINT "cancellation_requests_order" FOREIGN KEY ("account_id","order_id") REFERENCES "public"."orders"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_order" FOREIGN KEY ("account_id","order_id") REFERENCES "public"."orders"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_events" ADD CONSTRAINT "order_events_order" FOREIGN KEY ("account_id","order_id") REFERENCES "public"."orders"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order" FOREIGN KEY ("account_id","order_id") REFERENCES "public"."orders"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_shipment" FOREIGN KEY ("account_id","shipment_id") REFERENCES "public"."shipments"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_order" FOREIGN KEY ("account_id","order_id") REFERENCES "public"."orders"("account_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_methods" ADD CONSTRAINT "payment_methods_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_details" ADD CONSTRAINT "payout_details_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart_items" ADD CONSTRAINT "cart_items_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotency_old" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "task_rows_to_do" ON "task_rows" USING btree ("account_id","task_id","number") WHERE "task_rows"."outcome" is null;--> statement-breakpoint
CREATE INDEX "task_rows_failed" ON "task_rows" USING btree ("account_id","task_id","number") WHERE "task_rows"."outcome" = 'failed';--> statement-breakpoint
CREATE INDEX "tasks_latest" ON "tasks" USING btree ("account_id","kind","id");--> statement-breakpoint
CREATE INDEX "photos_of_product" ON "photos" USING btree ("account_id","product_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_once" ON "transfers" USING btree ("account_id","cause_id","kind","from_book","to_book");--> statement-breakpoint
CREATE INDEX "transfers_order" ON "transfers" USING btree ("account_id","order_id");--> statement-breakpoint
CREATE INDEX "transfers_day" ON "transfers" USING btree ("account_id","created_at","kind","amount");--> statement-breakpoint
CREATE INDEX "transfers_from" ON "transfers" USING btree ("account_id","from_book","amount");--> statement-breakpoint
CREATE INDEX "transfers_to" ON "transfers" USING btree ("account_id","to_book","amount");--> statement-breakpoint
CREATE UNIQUE INDEX "cancellation_requests_once" ON "cancellation_requests" USING btree ("account_id","order_id");--> statement-breakpoint
CREATE INDEX "cancellation_requests_open" ON "cancellation_requests" USING btree ("account_id","due_at") WHERE "cancellation_requests"."outcome" is null;--> statement-breakpoint
CREATE INDEX "cancellation_requests_due" ON "cancellation_requests" USING btree ("due_at") WHERE "cancellation_requests"."outcome" is null;--> statement-breakpoint
CREATE INDEX "cancellation_requests_settled" ON "cancellation_requests" USING btree ("account_id","id") WHERE "cancellation_requests"."outcome" is not null;--> statement-breakpoint
CREATE INDEX "charges_open" ON "charges" USING btree ("created_at") WHERE "charges"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "order_events_order" ON "order_events" USING btree ("account_id","order_id","id");--> statement-breakpoint
CREATE INDEX "order_items_product" ON "order_items" USING btree ("account_id","product_id");--> statement-breakpoint
CREATE INDEX "orders_status" ON "orders" USING btree ("account_id","status","id");--> statement-breakpoint
CREATE INDEX "orders_buyer" ON "orders" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "orders_shipment" ON "orders" USING btree ("account_id","shipment_id");--> statement-breakpoint
CREATE INDEX "orders_paid" ON "orders" USING btree ("account_id","paid_at");--> statement-breakpoint
CREATE INDEX "refunds_order" ON "refunds" USING btree ("account_id","order_id");--> statement-breakpoint
CREATE INDEX "refunds_pending" ON "refunds" USING btree ("created_at") WHERE "refunds"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "refunds_suggested" ON "refunds" USING btree ("account_id","id") WHERE "refunds"."state" = 'suggested';--> statement-breakpoint
CREATE INDEX "shipments_status" ON "shipments" USING btree ("account_id","status","id");--> statement-breakpoint
CREATE INDEX "shipments_tracking" ON "shipments" USING btree ("account_id",lower("tracking"));--> statement-breakpoint
CREATE INDEX "shipments_buyer" ON "shipments" USING btree ("buyer_id","id");--> statement-breakpoint
CREATE INDEX "shipments_open" ON "shipments" USING btree ("account_id","buyer_id") WHERE "shipments"."status" = 'created';--> statement-breakpoint
CREATE INDEX "sandbox_bank_of" ON "sandbox_bank" USING btree ("of");--> statement-breakpoint
CREATE INDEX "payouts_started" ON "payouts" USING btree ("status","created_at");--> statement-breakpoint
CREATE INDEX "products_kept" ON "products" USING btree ("account_id","id") WHERE "products"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "products_sold_out" ON "products" USING btree ("account_id","id") WHERE "products"."stock" = 0 and "products"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "products_category" ON "products" USING btree ("account_id","category","id") WHERE "products"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "stock_movements_of_product" ON "stock_movements" USING btree ("account_id","product_id","id");--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_stock" CHECK ("products"."stock" >= 0);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_weight" CHECK ("products"."weight_grams" >= 0);--> statement-breakpoint
CREATE POLICY "of_the_account" ON "idempotency" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("idempotency"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("idempotency"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "task_rows" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("task_rows"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("task_rows"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "tasks" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("tasks"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("tasks"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "photos" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("photos"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("photos"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "transfers" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("transfers"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("transfers"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "cancellation_requests" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("cancellation_requests"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("cancellation_requests"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "cancellation_requests" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("cancellation_requests"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "charges" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("charges"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("charges"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "order_events" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("order_events"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("order_events"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "order_events" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("order_events"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "order_items" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("order_items"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("order_items"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "order_items" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("order_items"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "orders" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("orders"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("orders"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "orders" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("orders"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "refunds" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("refunds"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("refunds"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "refunds" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("refunds"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "shipments" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("shipments"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("shipments"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_buyer" ON "shipments" AS PERMISSIVE FOR SELECT TO "stagedoor_account", "stagedoor_system" USING ("shipments"."buyer_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "payment_methods" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("payment_methods"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("payment_methods"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_nobody" ON "sandbox_bank" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "of_the_account" ON "payout_details" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("payout_details"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("payout_details"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "payouts" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("payouts"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("payouts"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "addresses" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("addresses"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("addresses"."account_id" = (select nullif(current_setting('app.account', true), '')));--> statement-breakpoint
CREATE POLICY "of_the_account" ON "cart_items" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_system" USING ("cart_items"."account_id" = (select nullif(current_setting('app.account', true), ''))) WITH CHECK ("cart_items"."account_id" = (select nullif(current_setting('app.account', true), '')));