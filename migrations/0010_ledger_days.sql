DROP INDEX "transfers_day";--> statement-breakpoint
CREATE INDEX "transfers_day" ON "transfers" USING btree ("account_id","created_at","kind","from_book","to_book","amount");