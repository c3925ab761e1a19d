import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import ZipStream from "zip-stream";

export interface ZipEntry {
  name: string;
  data: string | Buffer;
  /** Left as it is instead of deflated. */
  store?: boolean;
}

export async function zipOf(entries: ZipEntry[]): Promise<Buffer> {
  const zip = new ZipStream();
  const written = buffer(zip);
  for (const { name, data, store = false } of entries) {
    await new Promise<void>((resolve, reject) =>
      zip.entry(Buffer.from(data), { name, store, date: new Date("2026-03-05") }, (error: unknown) =>
        error ? reject(error) : resolve(),
      ),
    );
  }
  zip.finish();
  return written;
}

export function pdfOf(text: string): Promise<Buffer> {
  const pdf = new PDFDocument({ info: { CreationDate: new Date("2026-03-05") } });
  pdf.text(text).end();
  return buffer(pdf);
}

const openXml = "application/vnd.openxmlformats-officedocument";

const contentTypes = (part: string, type: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="${part}" ContentType="${type}"/>
</Types>`;

/** The parts of an Office document with the given main part. */
export const officeParts = (part: string, type: string): ZipEntry[] => [
  { name: "[Content_Types].xml", data: contentTypes(part, type) },
  { name: "_rels/.rels", data: "<Relationships/>" },
  { name: part.slice(1), data: "<document>Rendi i ditës</document>".repeat(50) },
];

export const wordMain = `${openXml}.wordprocessingml.document.main+xml`;
export const docxParts = officeParts("/word/document.xml", wordMain);
export const xlsxParts = officeParts("/xl/workbook.xml", `${openXml}.spreadsheetml.sheet.main+xml`);
export const pptxParts = officeParts("/ppt/presentation.xml", `${openXml}.presentationml.presentation.main+xml`);

/** The parts of an OpenDocument file: `text`, `spreadsheet` … */
export const openDocumentParts = (kind: string): ZipEntry[] => [
  { name: "mimetype", data: `application/vnd.oasis.opendocument.${kind}`, store: true },
  { name: "content.xml", data: "<office:document-content>Vendim</office:document-content>" },
  { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
];

export const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: "#7a1f2b" } });

/** The first bytes of films; what follows them nobody looks at. */
export const mp4Head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0isommp42")]);
export const webmHead = Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104", "hex");
