import { describe, expect, it } from "vitest";
import { locales } from "../../locale.shared.ts";
import {
  elementByCode,
  elementByPath,
  elementCodes,
  elements,
  elementsOf,
  partByPath,
  partCodes,
  partOf,
  parts,
  sectionCodes,
  sectionOf,
  sections,
  sectionsOf,
} from "./catalogue.shared.ts";
import { titleOf } from "./titles.ts";

/** First segments that belong to the site itself or to what stands on every host. */
const reserved = {
  sq: [
    ...["en", "api", "admin", "assets", "dokumente", "documents", "kerko", "harta", "privatesia", "aksesueshmeria"],
    ...["healthz", "readyz", "metrics", "sitemap.xml", "robots.txt", "theme", "files", "media", "embed", "hyr", "dil"],
    ...["kontakt", "offline", "manifest.webmanifest", "operator"],
  ],
  en: [
    ...["api", "admin", "assets", "documents", "search", "sitemap", "privacy", "accessibility", "contact", "offline"],
    ...["sign-in", "sign-out"],
  ],
};

const addressed = [...parts, ...elements];

describe("the catalogue of elements", () => {
  it("has the six parts, their sections and 81 elements, in the order of the codes", () => {
    expect(parts.map((part) => part.code)).toEqual([...partCodes]);
    expect(sections.map((section) => section.code)).toEqual([...sectionCodes]);
    expect(elements.map((element) => element.code)).toEqual([...elementCodes]);
    expect(elements).toHaveLength(81);
  });

  it("holds every element in a section and every section in a part, so that the menu loses none", () => {
    const reached = parts.flatMap((part) => sectionsOf(part.code)).flatMap((section) => elementsOf(section.code));
    expect(reached).toEqual(elements);
    for (const element of elements) {
      expect(element.code.startsWith(`${sectionOf(element).code}.`)).toBe(true);
      expect(element.code.startsWith(`${partOf(element).code}.`)).toBe(true);
    }
  });

  it("names each element in both languages, with a short name that fits a menu", () => {
    for (const locale of locales) {
      for (const { code } of elements) expect(titleOf(code)[locale].trim()).not.toBe("");
      for (const { short } of addressed) {
        expect(short[locale].length).toBeGreaterThan(3);
        expect(short[locale].length).toBeLessThanOrEqual(32);
      }
      expect(new Set(addressed.map(({ short }) => short[locale])).size).toBe(addressed.length);
      for (const { title } of [...parts, ...sections]) expect(title[locale].trim()).not.toBe("");
    }
  });

  it("gives no two pages one address", () => {
    const paths = addressed.flatMap(({ path }) => [path.sq, path.en]);
    expect(new Set(paths).size).toBe(2 * (81 + 6));
    for (const locale of locales) {
      for (const part of parts) {
        const anchors = sectionsOf(part.code).map((section) => section.anchor[locale]);
        expect(new Set(anchors).size).toBe(anchors.length);
      }
    }
  });

  it("writes addresses that can be read aloud and typed on any keyboard", () => {
    const segment = /^[a-z]+(-[a-z]+){0,3}$/;
    for (const { path } of addressed) {
      expect(path.sq.slice(1)).toMatch(segment);
      expect(path.en).toMatch(/^\/en\//);
      expect(path.en.slice(4)).toMatch(segment);
    }
    for (const { anchor } of sections)
      for (const locale of locales) expect(anchor[locale]).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it("leaves the site's own addresses free", () => {
    for (const { path } of addressed) {
      expect(reserved.sq).not.toContain(path.sq.split("/")[1]);
      expect(reserved.en).not.toContain(path.en.split("/")[2]);
    }
  });

  it("keeps the addresses that scripts and monitoring rely on", () => {
    const stable = { "I.2.1": "members", "I.2.2": "committees", "I.3.3": "meetings", "I.3.6": "acts" } as const;
    for (const [code, word] of Object.entries(stable)) {
      expect(elementByCode(code as keyof typeof stable).path.en).toBe(`/en/${word}`);
    }
    expect(["I.2.1", "I.2.2", "I.3.3", "I.3.6", "I.3.7"].map((code) => elementByCode(code as "I.2.1").path.sq)).toEqual(
      ["/anetaret", "/komisionet", "/mbledhjet", "/aktet", "/projektaktet"],
    );
  });

  it("finds an element or a part by its address in either language, and nothing by another", () => {
    expect(elementByPath("/aktet")?.code).toBe("I.3.6");
    expect(elementByPath("/en/acts")?.code).toBe("I.3.6");
    expect(elementByPath("/en/aktet")).toBeUndefined();
    expect(elementByPath("/aktet/")).toBeUndefined();
    expect(partByPath("/en/take-part")?.code).toBe("II");
    expect(partByPath("/aktet")).toBeUndefined();
  });
});
