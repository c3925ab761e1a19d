import type { TenantTx } from "../../db/tenant-db.ts";
import { phrases } from "../../http/phrases.ts";
import type { Locale } from "../../locale.shared.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type WorkspaceContext } from "../../workspace/scope.ts";
import { checkTexts, type ToldText } from "../editing/persons.service.ts";
import { inLanguage, toldInBoth } from "../editing/told-text.ts";
import { looked } from "../editing/typed-texts.ts";
import { meetingId } from "../meetings/desk/desk-meeting.ts";
import { clockOf } from "./chapters.shared.ts";
import { recordingPaths } from "./recordings.paths.shared.ts";
import { spokenIn } from "./web-vtt.ts";

const findPublic = (tx: TenantTx, meetingId: string) =>
  tx
    .selectFrom("recordings")
    .where("meeting_id", "=", meetingId)
    .where("state", "=", "published")
    .select("id")
    .executeTakeFirst();

async function chapterTexts(tx: TenantTx, recording: string, meeting: string, locale: Locale): Promise<ToldText[]> {
  const chapters = await tx
    .selectFrom("recording_chapters")
    .where("recording_id", "=", recording)
    .where("kind", "=", "other")
    .orderBy("starts")
    .select(["starts", "title"])
    .execute();
  const label = phrases(locale, "recording")("add_title");
  const href = fillPath(recordingPaths.page, { id: meeting })[locale];
  return chapters.flatMap(({ starts, title }) =>
    toldInBoth(locale, [`chapters.${starts}.title`, `${clockOf(starts)}, ${label}`], title, href),
  );
}

/** What is said in captions, with the moment from which on. @param newest those that have just come, which no page shows yet */
async function captionTexts(
  tx: TenantTx,
  recording: string,
  meeting: string,
  locale: Locale,
  newest: Locale | null = null,
): Promise<ToldText[]> {
  const captions = await tx
    .selectFrom("recording_captions")
    .where("recording_id", "=", recording)
    .$if(newest !== null, (query) => query.where("language", "=", newest!))
    .orderBy("language")
    .select(["language", "content"])
    .execute();
  const t = phrases(locale, "recording");
  return captions.flatMap(({ language, content }) => {
    const href = newest ? undefined : fillPath(recordingPaths.captionsText, { id: meeting, language })[locale];
    const called = inLanguage(locale, t("captions"), language);
    return spokenIn(content).map(
      ({ starts, text }): ToldText => [
        newest ? "file" : `captions.${language}`,
        `${called}, ${clockOf(starts)}`,
        text,
        href,
      ],
    );
  });
}

/** Asks about persons in what is written of a recording, where the public has it. */
const ask =
  (textsOf: (tx: TenantTx, recording: string, meeting: string, locale: Locale) => Promise<ToldText[]>) =>
  async (c: WorkspaceContext, tx: TenantTx, meeting: string = meetingId(c)): Promise<void> => {
    const found = await findPublic(tx, meeting);
    if (!found) return;
    const texts = await textsOf(tx, found.id, meeting, c.var.locale);
    await checkTexts(tx, doing(c), ["recording", found.id], texts, await looked(c));
  };

/** In the titles that were typed for chapters. @throws `PersonsNamed` */
export const askAboutChapters = ask(chapterTexts);

/** In captions that have just come. @throws `PersonsNamed` */
export const askAboutCaptions = (c: WorkspaceContext, tx: TenantTx, language: Locale) =>
  ask((...of) => captionTexts(...of, language))(c, tx);

/** In all of it, as it becomes public. @throws `PersonsNamed` */
export const askAboutRecording = ask(async (...of) => [...(await chapterTexts(...of)), ...(await captionTexts(...of))]);
