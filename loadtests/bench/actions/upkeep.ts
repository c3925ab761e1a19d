import { json } from "../../../server/db/columns.ts";
import { gapsPath } from "../../../server/features/acts/gaps-desk.shared.ts";
import { upkeepPaths } from "../../../server/features/upkeep/upkeep.paths.shared.ts";
import { inBoth } from "./kinds.ts";
import type { Office, Work } from "./office.ts";

/** Something that a look has found, which is over. */
async function findDefect({ db, clock, standing }: Office, turn: number): Promise<string> {
  const now = clock.now();
  const { id } = await db.write(async (tx) => {
    await tx
      .updateTable("upkeep_runs")
      .set({ finished_at: new Date(now.getTime() + 1) })
      .execute();
    return tx
      .insertInto("defects")
      .values({
        kind: "link_broken",
        ...{ entity: "publication", entity_id: standing.publication, field: "body.sq" },
        ...{ address: `https://shembull.example/${turn}`, title: json({ sq: "Lajm", en: "News" }) },
        ...{ public_url: json({ sq: "/lajme", en: "/en/news" }), detail: json({ status: 404 }) },
        ...{ first_seen_at: now, last_seen_at: now },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
  });
  return id;
}

/** What is broken, and numbers without an act. */
export const keepUp: Work = async (office, turn) => {
  const { secretary: desk } = office;
  const page = upkeepPaths.defects.sq;
  await desk.send("a look for what is broken is asked for", page, "check");
  const id = await findDefect(office, turn);
  await desk.send("a defect is put aside", page, `/${id}/menjane`, { reason: "Faqja po ndërtohet." });
  await desk.send("a defect is taken up again", `${page}?show=ignored`, `/${id}/serish`);
  const [, gap = ""] = /numrat-pa-akt\?gap=([^#"]+)/.exec(await desk.page(gapsPath.sq)) ?? [];
  await desk.send("numbers without an act are explained", `${gapsPath.sq}?gap=${gap}`, "gap", {
    ...inBoth("reason", `Të lënë bosh (${turn}).`, `Left out (${turn}).`),
  });
};
