CREATE TABLE "file_folder" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"id" text NOT NULL,
	CONSTRAINT "file_folder_only" CHECK ("file_folder"."only")
);
--> statement-breakpoint
ALTER TABLE "file_folder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "of_nobody" ON "file_folder" AS PERMISSIVE FOR ALL TO "stagedoor_account", "stagedoor_person", "stagedoor_public", "stagedoor_system" USING (false) WITH CHECK (false);