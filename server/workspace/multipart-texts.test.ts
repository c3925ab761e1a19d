import { describe, expect, it } from "vitest";
import { boundaryIn, textsOf } from "./multipart-texts.ts";

/** A body that arrives in pieces of this size. */
function inPieces(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}

async function sent(form: FormData, size: number, room = 10_000) {
  const request = new Request("http://lisi.localhost/", { method: "POST", body: form });
  const boundary = boundaryIn(request.headers.get("content-type")!)!;
  return textsOf(inPieces(new Uint8Array(await request.arrayBuffer()), size), boundary, room);
}

describe("The texts of a form with files", () => {
  const form = new FormData();
  form.append("title.sq", "Çmimi i ujit\nnë qytet");
  form.append("files", new File([`\r\n--not the mark\r\n\r\n${"x".repeat(200_000)}`], "një.pdf"));
  form.append("note", "");
  form.append("files", new File([], "bosh.pdf"));
  form.append("tags", "një");
  form.append("tags", "dy");
  const texts = [
    ["title.sq", "Çmimi i ujit\r\nnë qytet"],
    ["note", ""],
    ["tags", "një"],
    ["tags", "dy"],
  ];

  it.each([1, 7, 1_000, 70_000, 1_000_000])("are read however they arrive: in pieces of %i", async (size) => {
    expect(await sent(form, size)).toEqual(texts);
  });

  it("end where there is no room for more, and the rest is still taken in", async () => {
    expect(await sent(form, 1_000, 27)).toEqual(texts.slice(0, 2));
    const long = new FormData();
    long.append("note", "Një fjalë");
    long.append("text", "x".repeat(500_000));
    long.append("last", "fund");
    expect(await sent(long, 50_000)).toEqual([["note", "Një fjalë"]]);
  });

  it("end after as many fields as a form has, be they files or without a name", async () => {
    const some = `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n`;
    const texts = (body: string) => textsOf(inPieces(Buffer.from(`${body}--x--`), 70_000), "x", 1_000_000);
    expect(await texts(some.repeat(5_000))).toHaveLength(4_000);
    expect(await texts("--x\r\n-\r\n\r\n\r\n".repeat(5_000) + some)).toEqual([]);
  });

  it("are none of what is no such form, or ends in the middle", async () => {
    const text = (body: string) => textsOf(inPieces(Buffer.from(body), 5), "x", 1_000);
    expect(await text("")).toEqual([]);
    expect(await text("nothing of the kind")).toEqual([]);
    const field = (name: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`;
    const half = `${field("a")}një\r\n${field("b")}dy`;
    expect(await text(half)).toEqual([["a", "një"]]);
    expect(await text(`--x\r\n${"Content-Disposition: ".repeat(5_000)}\r\n\r\nnjë\r\n--x--`)).toEqual([]);
    expect(boundaryIn("application/x-www-form-urlencoded")).toBeNull();
    expect(boundaryIn('multipart/form-data; charset=utf-8; boundary="a b"')).toBe("a b");
  });
});
