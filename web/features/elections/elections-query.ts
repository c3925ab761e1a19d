import type { ElectionsApi } from "../../../server/features/elections/elections.routes.ts";
import { base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const electionsApi = readApi<ElectionsApi>(`${base}/elections`, read);

/** All elections in short, and the last one with its lists. */
export const getElections = pageQuery(async () => {
  const { items } = (await body(await electionsApi.index.$get()))!;
  const rows = items.map(({ url, kind, heldOn, seats, turnout, lists }) => {
    const [first] = lists;
    return {
      ...{ url, kind, heldOn, seats, turnout, lists: lists.length },
      first: first ? { name: first.shortName, share: first.share } : null,
    };
  });
  const [latest] = items;
  const lists = latest?.lists
    .filter(({ seats }) => seats > 0)
    .map(({ position, name, shortName, colour, seats }) => ({ position, name, shortName, colour, seats }));
  const facts = latest && {
    electorate: latest.electorate,
    voters: latest.voters,
    validBallots: latest.validBallots,
  };
  return { rows, lists: lists ?? [], facts };
}, "elections");
export type ElectionLine = Awaited<ReturnType<typeof getElections>>["rows"][number];

/** One election; `null` where there is none. */
export const getElection = pageQuery(
  async (slug: string) => body(await electionsApi[":slug"].$get({ param: { slug } })),
  "election",
);
