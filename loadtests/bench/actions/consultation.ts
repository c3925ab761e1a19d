import { consultationPaths } from "../../../server/features/draft-acts/consultation-desk.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { timeIn } from "../../../server/local-time.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { pdfFile } from "./files.ts";
import { inBoth } from "./kinds.ts";
import type { Office, Work } from "./office.ts";
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

/** A meeting with the public that was held: what happened there. */
async function tellOfHearing({ secretary: desk, db, clock }: Office, id: string, turn: number): Promise<void> {
  const page = fillPath(consultationPaths.page, { id }).sq;
  const day = new Date(Date.UTC(2027, 6, 1 + turn)).toISOString().slice(0, 10);
  const place = inBoth("place", "Salla e Këshillit", "Council chamber");
  await desk.send("draft_act: hearing", page, "/konsultimi/hearing", { day, time: "17:00", ...place });
  // Its time comes by itself.
  const starts_at = new Date(clock.now().getTime() - 7_200_000 - turn * 60_000);
  const made = await db.write((tx) =>
    tx
      .updateTable("meetings")
      .set({ starts_at, announced_at: starts_at, public_from: starts_at })
      .where("stage", "=", "announced")
      .where("id", "in", (eb) => eb.selectFrom("agenda_items").select("meeting_id").where("draft_act_id", "=", id))
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
  const time = timeIn(starts_at);
  const held = { began: time, ended: time, people: "41" };
  await desk.send("draft_act: hearing_held", page, "/konsultimi/hearing_held", held);
  const course = fillPath(deskPaths.course, made).sq;
  await desk.send("who came of the public is counted", course, "people", { people: "42" });
  const link = { link: "https://youtu.be/aqz-KE-bpKQ" };
  await desk.send("draft_act: hearing_recording", page, "/konsultimi/hearing_recording", link);
  await desk.upload(page, "/konsultimi/hearing_minutes", await pdfFile(`Raporti i dëgjesës ${turn}`), {}, "files");
}

/** A draft act from its first notice to its end, and the other way in which one begins. */
export const consultOnDrafts: Work = async (office, turn) => {
  const { secretary: desk, known } = office;
  for (const way of ways) {
    const id = await make(desk, "draft_act", turn, known);
    await desk.send("draft_act: published", formOf("draft_act", id), `/${id}/botimi`);
    const page = fillPath(consultationPaths.page, { id }).sq;
    const steps = way === ways[0] ? [...hearing(turn), ...way] : way;
    if (way === ways[0]) await tellOfHearing(office, id, turn);
    for (const [step, typed] of steps) await desk.send(`draft_act: ${step}`, page, `/konsultimi/${step}`, typed);
  }
};
