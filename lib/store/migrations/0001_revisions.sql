CREATE TABLE "revision" (
	"id" integer PRIMARY KEY NOT NULL,
	"stored_at" bigint NOT NULL,
	CONSTRAINT "revision_stored_at_unique" UNIQUE("stored_at")
);
--> statement-breakpoint
CREATE TABLE "superseded" (
	"t" bigint NOT NULL,
	"series" integer NOT NULL,
	"stored" integer NOT NULL,
	"until" integer NOT NULL,
	"method_version" smallint NOT NULL,
	"status" text NOT NULL,
	"value" numeric,
	CONSTRAINT "superseded_series_t_stored_pk" PRIMARY KEY("series","t","stored")
);
--> statement-breakpoint
INSERT INTO "revision" ("id", "stored_at") VALUES (0, 0);
--> statement-breakpoint
ALTER TABLE "gap" ADD COLUMN "stored" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "gap" ADD COLUMN "closed" integer;--> statement-breakpoint
ALTER TABLE "gap" DROP CONSTRAINT "gap_chain_since_until_pk";--> statement-breakpoint
ALTER TABLE "gap" ADD CONSTRAINT "gap_chain_since_until_stored_pk" PRIMARY KEY("chain","since","until","stored");--> statement-breakpoint
ALTER TABLE "point" ADD COLUMN "stored" integer DEFAULT 0 NOT NULL;
