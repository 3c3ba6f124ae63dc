import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "@/lib/store";
import { blocksAfter, syntheticSnapshot } from "../support/synthetic-snapshot";
import { engines } from "./engines";

describe.each(engines)("snapshots on $name", (engine) => {
	let store: Store;
	let place: Parameters<typeof openStore>[0];
	beforeAll(async () => {
		await engine.start();
		place = await engine.place();
		store = await openStore(place);
	});
	afterAll(async () => {
		await store.close();
		await engine.stop();
	});

	const taken = Array.from({ length: 8 }, (_, polls) =>
		syntheticSnapshot(blocksAfter(polls)),
	);

	it("knows nothing at first", async () => {
		expect(store.engine).toBe(engine.name);
		expect(await store.latestSnapshot()).toBeNull();
		expect(await store.snapshotAt(2_000_000_000)).toBeNull();
		expect(await store.snapshotById("0".repeat(64))).toBeNull();
		expect(await store.snapshotCount()).toBe(0);
	});

	it("gives back each snapshot exactly as it was put, however little it added", async () => {
		for (const [i, snapshot] of taken.entries())
			await store.putSnapshot(snapshot, 1_800_000_000 + i);
		for (const snapshot of taken)
			expect(await store.snapshotById(snapshot.id)).toEqual(snapshot);
		expect(await store.snapshotCount()).toBe(taken.length);
		expect(await store.latestSnapshot()).toEqual(taken.at(-1));
	});
});
