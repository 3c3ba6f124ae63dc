CREATE TABLE "damage" (
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"found" bigint NOT NULL,
	CONSTRAINT "damage_kind_name_pk" PRIMARY KEY("kind","name")
);
--> statement-breakpoint
ALTER TABLE "snapshot" ADD COLUMN "seq" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "snapshot_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "snapshot_seq" ON "snapshot" USING btree ("seq");