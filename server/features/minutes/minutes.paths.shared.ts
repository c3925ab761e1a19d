import type { InBoth } from "../elements/catalogue.shared.ts";

const at = (sq: string, en: string) =>
  ({
    sq: `/admin/mbledhjet/:id/procesverbali${sq}`,
    en: `/en/admin/meetings/:id/minutes${en}`,
  }) satisfies InBoth;

/** Addresses of the minutes of a meeting. */
export const minutesPaths = {
  page: at("", ""),
  drawing: at("/hartimi", "/drawing"),
  docx: at("/projekti.docx", "/draft.docx"),
  pdf: at("/projekti.pdf", "/draft.pdf"),
  approval: at("/miratimi", "/approval"),
  submission: at("/dorezimi", "/submission"),
  publication: at("/publikimi", "/publication"),
  act: at("/akti", "/act"),
  upload: at("/ngarkimi", "/upload"),
  fileSubmission: at("/skedari/dorezimi", "/file/submission"),
  filePublication: at("/skedari/publikimi", "/file/publication"),
  fileRemoval: at("/skedari/heqja", "/file/removal"),
} as const satisfies Record<string, InBoth>;

/** Where a form that is not saved yet is kept. */
export const minutesEditPath = (meetingId: string, editId: string): string =>
  `/api/v1/admin/minutes/${meetingId}/edits/${editId}`;
