import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../workspace/scope.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { toldInBoth } from "../editing/told-text.ts";
import { looked } from "../editing/typed-texts.ts";
import { meetingId } from "../meetings/desk/desk-meeting.ts";
import { clockOf } from "./chapters.shared.ts";
import { recordingPaths } from "./recordings.paths.shared.ts";

/**
 * Asks about persons in the titles that were typed for chapters, where the public has the recording.
 * @throws `PersonsNamed`
 */
export async function askAboutChapters(c: WorkspaceContext, tx: TenantTx): Promise<void> {
  const { locale } = c.var;
  const id = meetingId(c);
  const chapters = await tx
    .selectFrom("recording_chapters as t")
    .innerJoin("recordings as r", "r.id", "t.recording_id")
    .where("r.meeting_id", "=", id)
    .where("r.state", "=", "published")
    .where("t.kind", "=", "other")
    .orderBy("t.starts")
    .select(["t.starts", "t.title", "t.recording_id"])
    .execute();
  if (chapters.length === 0) return;
  const label = phrases(locale, "recording")("add_title");
  const href = fillPath(recordingPaths.page, { id })[locale];
  const texts = chapters.flatMap(({ starts, title }) =>
    toldInBoth(locale, [`chapters.${starts}.title`, `${clockOf(starts)}, ${label}`], title, href),
  );
  await checkTexts(tx, doing(c), ["recording", chapters[0]!.recording_id], texts, await looked(c));
}
