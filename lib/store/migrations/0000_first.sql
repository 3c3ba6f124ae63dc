CREATE TABLE "gap" (
	"chain" text NOT NULL,
	"since" bigint NOT NULL,
	"until" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "gap_chain_since_until_pk" PRIMARY KEY("chain","since","until")
);
--> statement-breakpoint
CREATE TABLE "instant" (
	"chain" text NOT NULL,
	"t" bigint NOT NULL,
	"block" bigint NOT NULL,
	"timestamp" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "instant_chain_t_pk" PRIMARY KEY("chain","t")
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "part" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point" (
	"t" bigint NOT NULL,
	"series" integer NOT NULL,
	"method_version" smallint NOT NULL,
	"status" text NOT NULL,
	"value" numeric,
	CONSTRAINT "point_series_t_pk" PRIMARY KEY("series","t")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "series_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"number" text NOT NULL,
	"chain" text NOT NULL,
	"unit" text NOT NULL,
	"class" text NOT NULL,
	CONSTRAINT "series_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "snapshot" (
	"id" text PRIMARY KEY NOT NULL,
	"schema" smallint NOT NULL,
	"time" bigint NOT NULL,
	"taken_at" bigint NOT NULL,
	"parts" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE INDEX "snapshot_time" ON "snapshot" USING btree ("time","taken_at");