import { parse } from "content-disposition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

describe("the name of a download", () => {
  it("keeps Albanian letters, with a plain name for programs that know none", () => {
    expect(contentDisposition("Përmbledhje e çështjeve.pdf")).toBe(
      "attachment; filename=\"Permbledhje e ceshtjeve.pdf\"; filename*=UTF-8''P%C3%ABrmbledhje%20e%20%C3%A7%C3%ABshtjeve.pdf",
    );
    expect(contentDisposition("Vendim.pdf", "inline")).toBe("inline; filename=Vendim.pdf");
  });

  it("comes out the same whether the letters were typed as one sign or two", () => {
    expect(contentDisposition("Çështje.pdf".normalize("NFD"))).toBe(contentDisposition("Çështje.pdf"));
  });

  it("cannot end the header, the quotes or the folder", () => {
    const header = contentDisposition('a"; filename=evil.exe\r\nSet-Cookie: x=1\0../..\\b.pdf');
    expect(parse(header).parameters.filename).toBe("a-; filename=evil.exe Set-Cookie- x=1 ..-..-b.pdf");
    expect(header).not.toMatch(/[\r\n\0]/);
    expect(parse(contentDisposition("../../etc/passwd")).parameters.filename).toBe("-..-etc-passwd");
  });

  it("cannot turn its ending round", () => {
    expect(parse(contentDisposition("fatura\u202Efdp.exe")).parameters.filename).toBe("fatura fdp.exe");
  });

  it("is cut when it is very long, never its ending", () => {
    const name = parse(contentDisposition(`${"ë".repeat(1000)}.pdf`)).parameters.filename!;
    expect(name).toMatch(/^ë+\.pdf$/);
    expect(name).toHaveLength(150);
  });

  it("is there even when nothing of it can stay", () => {
    for (const name of ["", "...", "\r\n", "\u202E"]) {
      expect(contentDisposition(name)).toBe("attachment; filename=skedar");
    }
  });

  it("is a header value of bounded length for any name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const header = contentDisposition(name);
        expect(header).toMatch(/^attachment; filename=[\x20-\x7e]+$/);
        expect(header.length).toBeLessThan(2_200);
        expect(() => new Headers({ "content-disposition": header })).not.toThrow();
        expect(parse(header).parameters.filename).not.toBe("");
      }),
    );
    expect(contentDisposition("\uD800.pdf")).toBe("attachment; filename=skedar.pdf");
  });
});
