import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import { releaseDocuments } from "../../../server/features/documents/documents.service.ts";
import { approvalPaths } from "../../../server/features/editing/editing.paths.shared.ts";
import { deskPaths } from "../../../server/features/meetings/desk/desk-paths.shared.ts";
import { minutesPaths } from "../../../server/features/minutes/minutes.paths.shared.ts";
import { gap } from "../../../server/features/minutes/parts.shared.ts";
import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import { settingsPath } from "../../../server/features/settings/settings.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { pdfFile } from "./files.ts";
import { addItem, announce, pagesOf, planMeeting, timeOf } from "./meetings.ts";
import type { Office, Work } from "./office.ts";
import { formOf, make } from "./things.ts";

const note = { note: "Shiko afatin." };

/** A thing is prepared by one and published by another, who gives it back before. */
async function publishByTwo({ secretary, editor, known }: Office, turn: number): Promise<void> {
  const id = await make(editor, "publication", turn, known);
  const one = formOf("publication", id);
  const submit = () => editor.send("handed over: a publication", one, `/${id}/dergimi`, note);
  await submit();
  await secretary.send("given back from the list", approvalPaths.list.sq, `/${id}/kthimi`, note);
  await submit();
  await secretary.send("given back: a publication", one, `/${id}/kthimi`, note);
  await submit();
  await secretary.send("approved: a publication", one, `/${id}/botimi`);
  const propose = (summary: string) =>
    editor.send("a change is proposed: a publication", one, `/${id}/propozimi`, { "summary.sq": summary, ...note });
  await propose("Shkurt.");
  await secretary.send("a proposed change is given back", one, `/${id}/kthimi-i-propozimit`, note);
  await propose("Më shkurt.");
  await secretary.send("a proposed change is saved: a publication", `${one}?proposal=yes`, "thing");
  await propose("Edhe më shkurt.");
  await editor.send("a proposed change is taken back", one, `/${id}/kthimi-i-propozimit`);
}

/** A newer file of a document that the public has is proposed by one and put in its place by another. */
async function replaceByTwo({ secretary, editor, document, db, clock }: Office, turn: number): Promise<void> {
  const page = fillPath(documentsPaths.one, { id: document }).sq;
  await db.write((tx) => releaseDocuments(tx, [document], clock.now()));
  const propose = async (which: string) =>
    editor.upload(page, "propose-version", await pdfFile(`Propozimi ${turn}, ${which}`), note, "files");
  await propose("i pari");
  await secretary.send("a proposed file is given back", page, "give-back", note);
  await propose("i dyti");
  await editor.lookAt("a proposed file is opened", page, /\/api\/v1\/admin\/documents\/[\w-]+\/[\w-]+\/proposed/);
  await secretary.send("a proposed file is let in", page, "let-in");
  await db.write((tx) => releaseDocuments(tx, [document], null));
}

/** A meeting is announced, held and written down by two. */
async function meetByTwo({ secretary, editor }: Office, turn: number): Promise<void> {
  const id = await planMeeting(editor, timeOf(turn, 18));
  const at = pagesOf(id);
  await addItem(editor, id, "Mirëmbajtja e parqeve");
  await editor.send("handed over: a meeting", at(deskPaths.notice), "submission", note);
  await announce(secretary, id);
  await secretary.send("a meeting is opened", at(deskPaths.course), "step", { step: "open" });
  await secretary.send("a meeting is closed", at(deskPaths.course), "step", { step: "close" });
  await layPapers({ secretary, editor }, id, turn);
  await layMinutes({ secretary, editor }, id, turn);
}

type Two = Pick<Office, "secretary" | "editor">;

/** Papers of a meeting that is over. */
async function layPapers({ secretary, editor }: Two, id: string, turn: number): Promise<void> {
  const page = pagesOf(id)(deskPaths.waiting);
  const lay = async () => editor.upload(page, "laying", await pdfFile(`Raporti ${turn}`), {}, "files");
  await lay();
  await secretary.send("given back: papers", page, `/meeting_papers/${id}/kthimi`, note);
  await editor.send("papers: handed over anew", page, "laying-again");
  await editor.send("papers: taken back", page, "laying-out");
  await lay();
  await secretary.send("papers: approved", page, "letting-in");
}

/** The minutes, as they are written in the workspace and as a file that was signed, and the recording. */
async function layMinutes({ secretary, editor }: Two, id: string, turn: number): Promise<void> {
  const page = pagesOf(id)(minutesPaths.page);
  await editor.send("minutes are drawn", page, "minutes-drawing");
  const { entries } = await editor.form(page, "minutes-text");
  const told = entries
    .filter(([name]) => name.startsWith("part."))
    .map(([name, text]) => [name, text.replaceAll(gap, "nuk u shënua")]);
  await editor.send("minutes are saved", page, "minutes-text", Object.fromEntries(told));
  await editor.send("minutes are saved", page, "minutes-text", Object.fromEntries(told));
  await editor.send("handed over: minutes", page, "minutes-submission", note);
  const recording = pagesOf(id)(recordingPaths.page);
  await editor.send("recording: a link is saved", recording, "link", { link: "https://youtu.be/aqz-KE-bpKQ" });
  await editor.send("handed over: a recording", recording, "recording-submission", note);
  await secretary.send("approved: a recording", recording, "publication");
  const lay = async () => editor.upload(page, "minutes-file", await pdfFile(`Procesverbali ${turn}`), {}, "files");
  await lay();
  await secretary.send("given back: minutes as a file", page, `/minutes_file/${id}/kthimi`, note);
  await editor.send("minutes as a file: handed over anew", page, "minutes-file-again");
  await editor.send("minutes as a file: taken back", page, "minutes-file-removal");
  await lay();
  await secretary.send("minutes as a file: approved", page, "minutes-file-publication");
}

/** Where the council wants one person to prepare and another to publish. */
export const workByTwo: Work = async (office, turn) => {
  const { secretary } = office;
  await secretary.send("settings: approval", settingsPath.sq, "approval", { approval: "on" });
  await publishByTwo(office, turn);
  await replaceByTwo(office, turn);
  await meetByTwo(office, turn);
  await secretary.send("settings: approval", settingsPath.sq, "approval", { approval: null });
};
