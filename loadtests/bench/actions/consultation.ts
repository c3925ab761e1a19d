import { consultationPaths } from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { inBoth } from "./kinds.ts";
import type { Work } from "./office.ts";
import { formOf, make } from "./things.ts";

const reason = inBoth("reason", "Ishte shkruar gabim.", "It was mistyped.");
const note = inBoth("note", "Pas komenteve.", "After the comments.");
const ground = inBoth("ground", "Kërkesë e banorëve.", "Residents asked for it.");

type Step = readonly [step: string, typed?: Readonly<Record<string, string>>];
const ways: readonly (readonly Step[])[] = [
  [
    ["consultation", { day: "2026-11-24" }],
    ["day_corrected", { day: "2026-11-23", ...reason }],
    ["extended", { workingDays: "35", ...ground }],
    ["taken_back", reason],
    ["review", note],
    ["drafting", note],
    ["agenda", note],
    ["rejected"],
    ["reopened", reason],
    ["withdrawn", note],
  ],
  [["initiative", { day: "2026-11-24" }]],
];

/** A meeting with the public: called, moved, cancelled. Each turn has a day of its own. */
const hearing = (turn: number): readonly Step[] => {
  const day = new Date(Date.UTC(2027, 0, 1 + turn)).toISOString().slice(0, 10);
  return [
    ["hearing", { day, time: "17:00", ...inBoth("place", "Salla e Këshillit", "Council chamber") }],
    ["hearing_changed", { time: "18:00", ...reason }],
    ["hearing_cancelled", reason],
  ];
};

/** A draft act from its first notice to its end, and the other way in which one begins. */
export const consultOnDrafts: Work = async ({ secretary: desk, known }, turn) => {
  for (const way of ways) {
    const id = await make(desk, "draft_act", turn, known);
    await desk.send("draft_act: published", formOf("draft_act", id), `/${id}/botimi`);
    const page = fillPath(consultationPaths.page, { id }).sq;
    const steps = way === ways[0] ? [...hearing(turn), ...way] : way;
    for (const [step, typed] of steps) await desk.send(`draft_act: ${step}`, page, `/konsultimi/${step}`, typed);
  }
};
