import { recordingPaths } from "../../../server/features/recordings/recordings.paths.shared.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { usePage } from "../../lib/page-context.tsx";

/** Where one of the forms of a recording is sent. */
export function useRecordingPath(id: string) {
  const { locale } = usePage();
  return (page: keyof typeof recordingPaths, parts: Record<string, string> = {}) =>
    fillPath(recordingPaths[page], { id, ...parts })[locale];
}
