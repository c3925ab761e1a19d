/** A kind of file that may be kept. The first of `endings` is the one its downloads get. */
export interface FileKind {
  mediaType: string;
  endings: readonly [string, ...string[]];
}

const openDocument = "application/vnd.oasis.opendocument";
const openXml = "application/vnd.openxmlformats-officedocument";

/** Everything that may be uploaded. SVG and HTML are not among it: they can carry scripts. */
export const fileKinds: readonly FileKind[] = [
  { mediaType: "application/pdf", endings: ["pdf"] },
  { mediaType: `${openXml}.wordprocessingml.document`, endings: ["docx"] },
  { mediaType: `${openXml}.spreadsheetml.sheet`, endings: ["xlsx"] },
  { mediaType: `${openXml}.presentationml.presentation`, endings: ["pptx"] },
  { mediaType: `${openDocument}.text`, endings: ["odt"] },
  { mediaType: `${openDocument}.spreadsheet`, endings: ["ods"] },
  { mediaType: "text/csv", endings: ["csv"] },
  { mediaType: "text/plain", endings: ["txt"] },
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"] },
  { mediaType: "image/png", endings: ["png"] },
  { mediaType: "image/webp", endings: ["webp"] },
  { mediaType: "image/avif", endings: ["avif"] },
  { mediaType: "video/mp4", endings: ["mp4"] },
  { mediaType: "video/webm", endings: ["webm"] },
  { mediaType: "application/zip", endings: ["zip"] },
];

/** For the `accept` attribute of a file field. */
export const acceptedEndings = fileKinds.flatMap((kind) => kind.endings.map((ending) => `.${ending}`)).join(",");
