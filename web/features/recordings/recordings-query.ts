import type { RecordingsApi } from "../../../server/features/recordings/recordings.routes.ts";
import type { Recording, RecordingList } from "../../../server/features/recordings/recordings.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const recordingsApi = readApi<RecordingsApi>(`${base}/recordings`, read);

export type ShownRow = Omit<RecordingList["items"][number], "poster" | "slug">;
export interface ListAnswer {
  list?: Omit<RecordingList, "items"> & { items: ShownRow[] };
  problem?: Problem;
}

const refusals = [400, 404, 422];

/** A page of the library, or why it was refused. `query` has known names only. */
export const getRecordings = pageQuery(async (query: string): Promise<ListAnswer> => {
  const answer = await recordingsApi.index.$get({ query: Object.fromEntries(new URLSearchParams(query)) } as never);
  if (refusals.includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  const list = (await body(answer))!;
  return { list: { ...list, items: list.items.map(({ poster: _, slug: __, ...row }) => row) } };
}, "recordings");

/** One recording; `null` where there is none. `moment` is the second of the address, as it stands there. */
export const getRecording = pageQuery(
  async (slug: string, moment: string): Promise<Recording | null> =>
    body(await recordingsApi[":slug"].$get({ param: { slug }, query: moment ? { t: moment } : {} } as never)),
  "recording",
);
