import type { Clock } from "../../../server/clock.ts";
import type { TenantDb } from "../../../server/db/tenant-db.ts";
import { editables } from "../../../server/features/editing/editables.ts";
import { type EditedEntity, editedEntities } from "../../../server/features/editing/editing.paths.shared.ts";
import { listThings } from "../../../server/features/editing/listing.ts";
import { membersOn } from "../../../server/features/meetings/members.queries.ts";
import { dayIn } from "../../../server/local-time.ts";
import { signIn } from "./crew.ts";
import { type Desk, idIn } from "./desk.ts";
import { pdfFile } from "./files.ts";
import { inBoth } from "./kinds.ts";
import type { Office, Standing } from "./office.ts";
import { formOf, make } from "./things.ts";

/** Of which the example councils have nothing: the secretary makes one. */
const lacking = ["publication", "page", "album"] as const satisfies readonly EditedEntity[];

/** The first thing of each kind that the council has. @throws where it has none */
async function standingThings(db: TenantDb, now: Date): Promise<Standing> {
  const standing = editedEntities.map(async (entity): Promise<[EditedEntity, string]> => {
    const editable = editables.find((one) => one.entity === entity)!;
    const { items } = await db.read((tx) => listThings(tx, editable, { q: null, state: null, page: 1 }, now));
    if (!items[0]) throw new Error(`The example council has no ${entity}`);
    return [entity, items[0].id];
  });
  return Object.fromEntries(await Promise.all(standing)) as Standing;
}

/** A document that nothing has. */
async function freeDocument(desk: Desk): Promise<string> {
  await desk.upload("/admin/dokumentet", "/ngarkimi", await pdfFile("Raporti i vitit"), {}, "files");
  return idIn(/dokumentet\/[0-9a-f-]{36}/.exec(await desk.page("/admin/dokumentet?view=unused"))?.[0] ?? "");
}

interface Given {
  db: TenantDb;
  clock: Clock;
  host: string;
  desk(cookie: string): Desk;
}

/** People come to work, and what the example council lacks is there. @returns the secretary's cookie with them */
export async function openOffice({ db, clock, host, desk }: Given) {
  const now = clock.now();
  const arta = await signIn(db, clock, { name: "Arta", role: "secretary" });
  const secretary = desk(arta.cookie);
  const editor = desk((await signIn(db, clock, { name: "Besnik", role: "editor" })).cookie);
  const { id: council } = await db.read((tx) =>
    tx.selectFrom("bodies").select("id").where("kind", "=", "council").limit(1).executeTakeFirstOrThrow(),
  );
  // Of those who sit in it today.
  const [member] = await db.read((tx) => membersOn(tx, [council], dayIn(now)));
  const person = member!.id;
  const known = { council, person, rate: "" };
  known.rate = await make(secretary, "pay_rate", 0, known, { validFrom: "2001-01-01", validTo: "2010-12-31" });
  for (const entity of lacking) {
    const id = await make(secretary, entity, 0, known);
    await secretary.send(`${entity}: published`, formOf(entity, id), `/${id}/botimi`);
  }
  // So that there are numbers which no act has.
  const far = { type: "resolution", number: "70", ...inBoth("gapReason", "Numra të lënë.", "Numbers left out.") };
  const act = await make(secretary, "act", 0, known, far);
  await secretary.send("act: published", formOf("act", act), `/${act}/botimi`);
  const standing = await standingThings(db, now);
  const councillor = desk((await signIn(db, clock, { name: "Teuta", role: "councillor", person })).cookie);
  const office: Office = {
    ...{ secretary, editor, councillor, known, standing, db, clock, host },
    own: { accountId: arta.accountId, person },
    document: await freeDocument(secretary),
  };
  return { office, cookie: arta.cookie };
}
