import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import type { Desk } from "./desk.ts";
import { pictureFile, textFile } from "./files.ts";
import { pagesOf } from "./meetings.ts";

/** The recording of a meeting that was run from the console: from its link to its viewers and away from them. */
export async function keepRecording(desk: Desk, id: string): Promise<void> {
  const page = pagesOf(id)(recordingPaths.page);
  const send = (what: string, which: string, typed: Record<string, string> = {}) =>
    desk.send(`recording: ${what}`, page, which, typed);
  await send("a link is saved", "link", { link: "https://youtu.be/aqz-KE-bpKQ", duration: "2:00:00" });
  await send("chapters are taken from the log", "from-log");
  await send("a chapter is added", "chapter", { moment: "0:30:00", what: "break" });
  await send("chapters are saved", "chapters");
  await send("chapters are shifted", "shift", { moment: "0:01:00" });
  await desk.upload(page, "captions", textFile("titrat.vtt", "text/vtt", captions));
  await send("captions are removed", "/titrat/heqja");
  await desk.upload(page, "poster", await pictureFile());
  await desk.lookAt("recording: the picture is shown", page, /\/api\/v1\/admin\/recordings\/[\w/-]+/);
  await send("the picture is removed", "poster-removal");
  await send("published", "publication");
  await send("withdrawn", "withdrawal");
  await send("removed", "removal");
}

export const captions = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nHapet mbledhja.\n";
