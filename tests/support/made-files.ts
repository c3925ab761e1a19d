import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import { storedZip } from "../../server/storage/stored-zip.ts";

/** A PDF as a program draws it. */
export async function drawnPdf(draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A5" });
  draw(pdf);
  pdf.end();
  return buffer(pdf);
}
/** A picture without a word. */
export const scan = () =>
  sharp({ create: { width: 300, height: 400, channels: 3, background: "#eee" } })
    .jpeg()
    .toBuffer();
/** A PDF of one page, which is a picture. */
export async function scannedPdf(): Promise<Buffer> {
  const photo = await scan();
  return drawnPdf((pdf) => pdf.image(photo, 0, 0));
}

/** An archive of these texts by name. */
export const zipOf = (parts: Record<string, string>) => {
  const entries = Object.entries(parts).map(([name, text]) => {
    const content = Buffer.from(text);
    return {
      name,
      size: content.length,
      crc32: crc32(content),
      writtenAt: Temporal.PlainDateTime.from("2026-03-05T10:00:00"),
      read: ({ start, end }: { start: number; end: number }) => Readable.from([content.subarray(start, end + 1)]),
    };
  });
  const zip = storedZip(entries);
  return buffer(Readable.from(zip.read({ start: 0, end: zip.size - 1 })));
};
/** The main part of a Word document. */
export const wordXml = (body: string) =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;

/** A PDF written by hand, whose objects say what they want. */
export function rawPdf(objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]);
    parts.push(part);
    at += part.length;
  }
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
/** A PDF of one page with this content stream. */
export const withContent = (dictionary: string, content: Buffer) =>
  rawPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>",
    Buffer.concat([
      Buffer.from(`<< /Length ${content.length} ${dictionary} >>\nstream\n`),
      content,
      Buffer.from("\nendstream"),
    ]),
  ]);

/** A PDF of few bytes whose one page draws ten forms, each of which draws ten, thirty deep: whoever follows never ends. */
export function endlessPdf(): Buffer {
  const depth = 30;
  const form = (resources: string, content: string) =>
    `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << ${resources} >> /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const next = "/Next Do ".repeat(10);
  const first = 5;
  return rawPdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /Next ${first} 0 R >> >> >>`,
    `<< /Length ${next.length} >>\nstream\n${next}\nendstream`,
    ...Array.from({ length: depth }, (_, at) => form(`/XObject << /Next ${first + at + 1} 0 R >>`, next)),
    form("/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>", "BT /F 1 Tf (a) Tj ET"),
  ]);
}
