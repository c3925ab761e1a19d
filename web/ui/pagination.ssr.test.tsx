import { describe, expect, it } from "vitest";
import { rendered } from "../testing/rendered.tsx";
import { Pagination, pagesToOffer } from "./pagination.tsx";

describe("the pages of a list", () => {
  it("offers the ends and the neighbours, and tells where some were left out", () => {
    expect(pagesToOffer(1, 3)).toEqual([1, 2, 3]);
    expect(pagesToOffer(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]);
    expect(pagesToOffer(12, 12)).toEqual([1, null, 11, 12]);
  });

  it("marks the page where the reader is, which is no link", () => {
    const html = rendered("sq", () => <Pagination page={2} pages={3} address={(page) => `/lajme?page=${page}`} />);
    expect(html).toContain('aria-current="page"');
    expect(html).not.toContain('href="/lajme?page=2"');
    expect(html).toContain('rel="next"');
    expect(html).toContain('rel="prev"');
  });

  it("is absent where there is one page only", () => {
    expect(rendered("sq", () => <Pagination page={1} pages={1} address={String} />)).not.toContain("<nav");
  });
});
