import {
	and,
	asc,
	between,
	eq,
	gte,
	inArray,
	lte,
	type SQL,
	sql,
} from "drizzle-orm";
import type { ChainSlug } from "../chains/define-chain";
import type { Status } from "../metrics/types";
import type { Database } from "./engine";
import { ConflictError, StoreError } from "./errors";
import { gaps, instants, points, series } from "./schema";
import type { Gap, Instant, Point, SeriesInfo, SeriesPoint } from "./types";

/** Rows a statement: more gains nothing, and this keeps a statement near a megabyte. */
const CHUNK = 20_000;
const DECIMAL = /^-?\d+(\.\d+)?$/;

type Word = string | number | bigint | null;

/** A list of plain words and numbers as one parameter: far cheaper to bind than a parameter for each. */
const list = (
	values: readonly Word[],
	type: "int2" | "int4" | "int8" | "numeric" | "text",
): SQL =>
	sql`${`{${values.map((value) => value ?? "NULL").join(",")}}`}::text::${sql.raw(type)}[]`;

function* chunksOf<item>(all: readonly item[]): Generator<readonly item[]> {
	for (let i = 0; i < all.length; i += CHUNK) yield all.slice(i, i + CHUNK);
}

const chainOf = (number: string): string => {
	const chain = number.split(":")[1];
	if (!chain)
		throw new StoreError("failed", "A number is named metric:chain:key.");
	return chain;
};

/** Of a point given twice in one call the last stands: a statement may not touch a row twice. */
function distinct(given: readonly Point[]): readonly Point[] {
	const seen = new Map<string, Set<number>>();
	let count = 0;
	for (const { number, t } of given) {
		const instantsOf = seen.get(number);
		if (instantsOf) instantsOf.add(t);
		else seen.set(number, new Set([t]));
	}
	for (const instantsOf of seen.values()) count += instantsOf.size;
	if (count === given.length) return given;
	return [
		...new Map(
			given.map((point) => [`${point.number} ${point.t}`, point]),
		).values(),
	];
}

/** Numbers over time, the blocks that stand for their instants, and the stretches that could not be read. */
export function seriesTable(db: Database) {
	// an id, once given, never changes
	const ids = new Map<string, number>();

	async function load(numbers: readonly string[]) {
		for (const chunk of chunksOf(numbers)) {
			const found = await db
				.select({ id: series.id, number: series.number })
				.from(series)
				.where(
					sql`${series.number} in (select json_array_elements_text(${JSON.stringify(chunk)}::json))`,
				);
			for (const { number, id } of found) ids.set(number, id);
		}
	}

	/** Makes sure that each number has an id. */
	async function register(
		infos: readonly SeriesInfo[],
		numbers: ReadonlySet<string>,
	) {
		const missing = () => [...numbers].filter((number) => !ids.has(number));
		if (missing().length === 0) return;
		await load(missing());
		const wanted = new Set(missing());
		const rows = infos
			.filter(({ number }) => wanted.delete(number))
			.map(({ number, unit, class: kind }) => ({
				number,
				chain: chainOf(number),
				unit,
				class: kind,
			}));
		for (let i = 0; i < rows.length; i += 1_000)
			await db
				.insert(series)
				.values(rows.slice(i, i + 1_000))
				.onConflictDoNothing();
		await load(missing());
		const [unknown] = missing();
		if (unknown !== undefined)
			throw new ConflictError(
				`Points of ${unknown} came without its unit and class.`,
			);
	}

	/** @throws ConflictError when another block already stands for an instant. */
	async function putInstants(tx: Database, chunk: readonly Instant[]) {
		const given = sql`unnest(
      ${list(
				chunk.map(({ chain }) => chain),
				"text",
			)}, ${list(
				chunk.map(({ t }) => t),
				"int8",
			)},
      ${list(
				chunk.map(({ block }) => block),
				"int8",
			)}, ${list(
				chunk.map(({ timestamp }) => timestamp),
				"int8",
			)},
      ${list(
				chunk.map(({ hash }) => hash),
				"text",
			)}
    ) as given (chain, t, block, timestamp, hash)`;
		await tx
			.insert(instants)
			.select(sql`select * from ${given}`)
			.onConflictDoNothing();
		const [other] = await tx
			.select({ chain: instants.chain, t: instants.t })
			.from(instants)
			.innerJoin(
				given,
				sql`given.chain = ${instants.chain} and given.t = ${instants.t} and given.hash <> ${instants.hash}`,
			)
			.limit(1);
		if (other)
			throw new ConflictError(
				`Another block of ${other.chain} stands for ${new Date(other.t * 1000).toISOString()}: is this another network's store?`,
			);
		// a gap whose two ends are now held was read again from one to the other
		const end = (column: typeof gaps.since | typeof gaps.until) =>
			sql`exists (select 1 from ${instants} where ${instants.chain} = ${gaps.chain} and ${instants.t} = ${column})`;
		await tx
			.delete(gaps)
			.where(
				and(
					inArray(gaps.chain, [...new Set(chunk.map(({ chain }) => chain))]),
					end(gaps.since),
					end(gaps.until),
				),
			);
	}

	/** What was read well stays; what failed may be read again, and a newer method replaces an older one. */
	async function putChunk(tx: Database, chunk: readonly Point[]) {
		const wrong = chunk.find(
			({ value }) => value !== null && !DECIMAL.test(value),
		);
		if (wrong)
			throw new StoreError(
				"failed",
				`The value of ${wrong.number} is not a decimal.`,
			);
		await tx
			.insert(points)
			.select(
				sql`select * from unnest(
          ${list(
						chunk.map(({ t }) => t),
						"int8",
					)}, ${list(
						chunk.map(({ number }) => ids.get(number) ?? null),
						"int4",
					)},
          ${list(
						chunk.map(({ methodVersion }) => methodVersion),
						"int2",
					)}, ${list(
						chunk.map(({ status }) => status),
						"text",
					)},
          ${list(
						chunk.map(({ value }) => value),
						"numeric",
					)}
        )`,
			)
			.onConflictDoUpdate({
				target: [points.series, points.t],
				set: {
					methodVersion: sql`excluded.method_version`,
					status: sql`excluded.status`,
					value: sql`excluded.value`,
				},
				setWhere: sql`${points.methodVersion} < excluded.method_version
          or (${points.methodVersion} = excluded.method_version and ${points.status} in ('failed', 'stale'))`,
			});
	}

	return {
		async put(
			infos: readonly SeriesInfo[],
			newInstants: readonly Instant[],
			newPoints: readonly Point[],
		) {
			const wanted = distinct(newPoints);
			await register(
				infos,
				new Set([
					...infos.map(({ number }) => number),
					...wanted.map(({ number }) => number),
				]),
			);
			await db.transaction(async (tx) => {
				for (const chunk of chunksOf(newInstants)) await putInstants(tx, chunk);
				for (const chunk of chunksOf(wanted)) await putChunk(tx, chunk);
			});
		},

		async read(
			number: string,
			from: number,
			to: number,
			every: number,
		): Promise<readonly SeriesPoint[]> {
			const rows = await db
				.select({
					t: points.t,
					value: points.value,
					status: points.status,
					methodVersion: points.methodVersion,
					block: instants.block,
					hash: instants.hash,
					timestamp: instants.timestamp,
				})
				.from(series)
				.innerJoin(points, eq(points.series, series.id))
				.leftJoin(
					instants,
					and(eq(instants.chain, series.chain), eq(instants.t, points.t)),
				)
				.where(
					and(
						eq(series.number, number),
						between(points.t, from, to),
						sql`${points.t} % ${every}::int8 = 0`,
					),
				)
				.orderBy(asc(points.t));
			// safe: only `put` writes a status
			return rows.map((row) => ({
				number,
				...row,
				status: row.status as Status,
			}));
		},

		async instantsHeld(
			chain: ChainSlug,
			from: number,
			to: number,
		): Promise<readonly number[]> {
			const rows = await db
				.select({ t: instants.t })
				.from(instants)
				.where(and(eq(instants.chain, chain), between(instants.t, from, to)))
				.orderBy(asc(instants.t));
			return rows.map(({ t }) => t);
		},

		/** A gap told again keeps its newest reason. */
		async putGap({ chain, from, to, reason }: Gap) {
			await db
				.insert(gaps)
				.values({ chain, since: from, until: to, reason })
				.onConflictDoUpdate({
					target: [gaps.chain, gaps.since, gaps.until],
					set: { reason },
				});
		},

		/** Those that touch the range. */
		async gaps(from: number, to: number): Promise<readonly Gap[]> {
			const rows = await db
				.select()
				.from(gaps)
				.where(and(lte(gaps.since, to), gte(gaps.until, from)))
				.orderBy(asc(gaps.chain), asc(gaps.since));
			// safe: only `putGap` writes a chain
			return rows.map(({ chain, since, until, reason }) => ({
				chain: chain as ChainSlug,
				from: since,
				to: until,
				reason,
			}));
		},
	};
}
