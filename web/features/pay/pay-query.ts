import type { PayApi } from "../../../server/features/pay/pay.routes.ts";
import type { PayYear } from "../../../server/features/pay/pay.schema.ts";
import type { Problem } from "../../../server/http/problem.schema.ts";
import { base, body, pageQuery, read } from "../../lib/api.ts";
import { readApi } from "../../lib/read-api.ts";

const payApi = readApi<PayApi>(`${base}/pay`, read);

export interface PayAnswer {
  pay?: PayYear;
  problem?: Problem;
}

/** What was paid in a year, or why the filters were refused. `query` has known names only. */
export const getPay = pageQuery(async (query: string): Promise<PayAnswer> => {
  const answer = await payApi.index.$get({ query: Object.fromEntries(new URLSearchParams(query)) } as never);
  if ([400, 422].includes(answer.status)) return { problem: (await answer.json()) as unknown as Problem };
  return { pay: (await body(answer))! };
}, "pay");
