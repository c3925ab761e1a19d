import { ConfigError } from "../../config.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import { inTurn } from "../../in-turn.ts";
import { type Cluster, statusOf } from "./cluster.ts";
import { dictionaryText, documentedVersion, namesUnder, oldestMajor, schemaOf, synonyms } from "./collection.ts";
import { idOf } from "./rows.ts";

/** @throws {ConfigError} for what is older than the API that is used; of what names no number nothing is known */
async function checkVersion({ admin, reached }: Cluster): Promise<void> {
  const { version } = await reached(admin.debug.retrieve());
  const major = Number.parseInt(version, 10);
  if (major < oldestMajor)
    throw new ConfigError(
      `TYPESENSE_URL leads to Typesense ${version}; version ${oldestMajor} or later is needed (the driver follows ${documentedVersion}).`,
    );
}

const unless = async <T>(status: number, work: Promise<T>): Promise<T | null> => {
  try {
    return await work;
  } catch (failure) {
    if (statusOf(failure) === status) return null;
    throw failure;
  }
};

/** How things stand in the cluster: which collection is ours, and which one is searched until ours is full. */
export interface Form {
  /** Makes what is missing. `empty` is what must be filled. */
  prepare(): Promise<"ready" | "empty">;
  /** Has been prepared, or is now: a process may have started while the cluster was away. */
  ready(): Promise<void>;
  /** Where documents are put: ours, and the one of an earlier form as long as it is searched. */
  targets(): { ours: string; earlier: string | null };
  /** Notes that all of a council stands in ours; when that is so of every council, ours is searched and the earlier one goes. */
  noteSwept(council: TenantId, now: number): Promise<void>;
}

/**
 * The collection behind the alias. Where its form is another than this version's, a new one is filled beside it council by
 * council, while people search in the one that is full; then the alias is led to the new one and the old one is dropped.
 */
export function formIn(cluster: Cluster): Form {
  const { admin, alias, reached, searchKey } = cluster;
  const names = namesUnder(alias);
  const ours = names.collection;
  const oneAtATime = inTurn();
  let earlier: string | null = null;
  let isPrepared = false;

  /** Another process may be making the same at the same time. */
  const make = (work: Promise<unknown>) => unless(409, reached(work));

  async function makeLists() {
    const known = await unless(404, reached(admin.stemming.dictionaries().retrieve()));
    if (!known?.dictionaries.includes(names.dictionary))
      await reached(admin.stemming.dictionaries().upsert(names.dictionary, dictionaryText()));
    await reached(admin.synonymSets(names.synonyms).upsert(synonyms()));
  }

  async function makeKey() {
    await make(
      admin.keys().create({
        description: "e-Këshilli: questions, always scoped to a council",
        actions: ["documents:search"],
        collections: [`${alias}.*`],
        value: searchKey,
      }),
    );
  }

  const collectionOf = (name: string) => unless(404, reached(admin.collections(name).retrieve()));

  async function prepare(): Promise<"ready" | "empty"> {
    await checkVersion(cluster);
    await makeLists();
    await makeKey();
    const led = await unless(404, reached(admin.aliases(alias).retrieve()));
    const before = led && led.collection_name !== ours ? await collectionOf(led.collection_name) : null;
    if (!(await collectionOf(ours))) await make(admin.collections().create(schemaOf(names) as never));
    earlier = before && before.num_documents > 0 ? before.name : null;
    if (!earlier && led?.collection_name !== ours) await lead();
    isPrepared = true;
    if (earlier) return "empty";
    return (await collectionOf(ours))?.num_documents ? "ready" : "empty";
  }

  const lead = () => reached(admin.aliases().upsert(alias, { collection_name: ours }));

  /** The councils of a collection that have something there. */
  async function councilsIn(collection: string, filter: string): Promise<Set<string>> {
    const { facet_counts } = await reached(
      admin
        .collections(collection)
        .documents()
        .search(
          {
            q: "*",
            query_by: "words",
            filter_by: filter,
            facet_by: "tenant_id",
            max_facet_values: 10_000,
            per_page: 0,
          } as never,
          {},
        ),
    );
    return new Set(facet_counts?.[0]?.counts.map(({ value }) => value));
  }

  async function noteSwept(council: TenantId, now: number) {
    if (!earlier) return;
    const mark = {
      ...{ id: idOf(council, "swept"), tenant_id: council, part: "mark", subject: "mark", put: "mark" },
      ...{ written_at: now, words: "", is_swept: true },
    };
    await reached(admin.collections(ours).documents().upsert(mark));
    const [full, wanted] = await Promise.all([councilsIn(ours, "is_swept:=true"), councilsIn(earlier, "part:=entry")]);
    if ([...wanted].some((one) => !full.has(one))) return;
    await lead();
    const old = earlier;
    earlier = null;
    await unless(404, reached(admin.collections(old).delete()));
    await unless(404, reached(admin.collections(ours).documents().delete({ filter_by: "part:=mark" })));
  }

  return {
    prepare: () => oneAtATime(prepare),
    async ready() {
      if (!isPrepared) await oneAtATime(prepare);
    },
    targets: () => ({ ours, earlier }),
    noteSwept: (council, now) => oneAtATime(() => noteSwept(council, now)),
  };
}
