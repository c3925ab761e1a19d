import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { surfaces } from "../../server/features/settings/theme.ts";

const read = (file: string) => readFileSync(file, "utf8");
const withoutComments = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\//g, "");
const sheets = globSync("web/styles/**/*.css");
const components = globSync("web/{features,ui,lib,workspace}/**/*.tsx");
const tokens = read("web/styles/tokens.css");

const colour =
  /#[0-9a-f]{3,8}\b|\b(rgb|rgba|hsl|hsla|oklch|oklab|lab|lch|color)\(|:\s*(white|black|red|green|blue|gray|grey)\b/i;

describe("The style sheets", () => {
  it("are found", () => expect(sheets.length).toBeGreaterThan(8));

  it.each(sheets.filter((file) => !file.endsWith("tokens.css")))(
    "use functional names instead of colours: %s",
    (file) => {
      const offending = read(file)
        .split("\n")
        .filter((line) => colour.test(line));
      expect(offending).toEqual([]);
    },
  );

  it("have the very surfaces and inks against which a council's colour is proven readable", () => {
    const { light, dark } = surfaces;
    for (const [name, token] of Object.entries({
      ...{ paper: "paper", sheet: "sheet", ink: "ink", inkSoft: "ink-soft", good: "good", warn: "warn", bad: "bad" },
    })) {
      const key = name as keyof typeof light;
      expect(tokens).toContain(`--${token}: light-dark(${light[key]}, ${dark[key]});`);
    }
  });

  it("leave the council's own colours to the page, which brings them", () => {
    expect(tokens).not.toMatch(/--(brand|brand-strong|on-brand|link|tint|focus):/);
  });

  it("are the only place of styles: the policy blocks attributes", () => {
    const offending = components.filter((file) => /\bstyle=/.test(read(file)));
    expect(offending).toEqual([]);
  });

  it("keep no rule for a class that nothing has", () => {
    const selectors = sheets.flatMap((file) => withoutComments(file).match(/[^{}]*(?=\{)/g) ?? []);
    const styled = new Set(selectors.flatMap((selector) => selector.match(/(?<=\.)[a-z][a-z-]*/g) ?? []));
    const source = [...components, ...globSync("web/features/**/*.ts")].map(read).join("\n");
    const unused = [...styled].filter((name) => !new RegExp(`["'\\s]${name}["'\\s:,]`).test(source));
    expect(unused).toEqual([]);
  });
});
