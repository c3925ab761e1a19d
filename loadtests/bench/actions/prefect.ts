import { reviewPaths } from "../../../server/features/acts/review-desk.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import type { Desk } from "./desk.ts";
import { inBoth } from "./kinds.ts";
import type { Office, Work } from "./office.ts";
import { formOf, make } from "./things.ts";

const reasons = inBoth("reasons", "Bie ndesh me ligjin.", "It is against the law.");
const reason = inBoth("reason", "Dita ishte shkruar gabim.", "The day was mistyped.");

type Step = readonly [step: string, typed?: Readonly<Record<string, string>>];
/** The longest way of an act: returned once, kept, silent once, before the court, and valid. */
const longWay: readonly Step[] = [
  ["announced", { day: "2026-09-02" }],
  ["announced_corrected", { day: "2026-09-03", ...reason }],
  ["deposited", { day: "2026-09-04", protocolNumber: "12/1" }],
  ["returned", { day: "2026-09-08", ...reasons }],
  ["reconsidered", { day: "2026-09-15", outcome: "kept", ...reasons }],
  ["deposited", { day: "2026-09-16", protocolNumber: "12/2" }],
  ["no_answer", { day: "2026-11-02" }],
  ["court", { day: "2026-11-03", ...reasons }],
  ["ruled", { day: "2026-11-20", outcome: "valid" }],
  ["taken_back"],
];
const shortWay: readonly Step[] = [
  ["announced", { day: "2026-11-25" }],
  ["deposited", { day: "2026-11-25", protocolNumber: "13" }],
  ["no_objection", { day: "2026-11-25" }],
];
const individualWay: readonly Step[] = [
  ["notified", { day: "2026-11-24" }],
  ["notified_corrected", { day: "2026-11-25", ...reason }],
];

async function goThrough(desk: Desk, id: string, steps: readonly Step[]): Promise<void> {
  const review = fillPath(reviewPaths.review, { id }).sq;
  for (const [step, typed] of steps) await desk.send(`act: ${step}`, review, `/prefekti/${step}`, typed);
}

async function actFrom({ secretary: desk, known }: Office, turn: number, typed: Record<string, string>) {
  const id = await make(desk, "act", turn, known, typed);
  await desk.send("act: published", formOf("act", id), `/${id}/botimi`);
  return id;
}

/** What is entered of acts after they were adopted, from the announcement to the ruling of a court. */
export const actsToThePrefect: Work = async (office, turn) => {
  const { secretary: desk } = office;
  await goThrough(desk, await actFrom(office, turn, { adoptedOn: "2026-09-01" }), longWay);
  await goThrough(desk, await actFrom(office, turn, {}), shortWay);
  await goThrough(desk, await actFrom(office, turn, { nature: "individual" }), individualWay);
};
