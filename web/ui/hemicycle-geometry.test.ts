import { describe, expect, it } from "vitest";
import { hemicycle } from "./hemicycle-geometry.ts";

const sizes = Array.from({ length: 99 }, (_, index) => index + 1);

describe("the seats of a hemicycle", () => {
  it.each(sizes)("are as many as there are: %i", (seats) => {
    expect(hemicycle(seats).places).toHaveLength(seats);
  });

  it.each(sizes)("never cover one another: %i", (seats) => {
    const { places, reach } = hemicycle(seats);
    const apart = places.flatMap((one, index) =>
      places.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    );
    expect(Math.min(...apart, 9)).toBeGreaterThanOrEqual(2 * reach - 1e-9);
  });

  it("stand in a half circle that is the same from both sides", () => {
    const { places } = hemicycle(31);
    for (const { x, y } of places) {
      expect(Math.hypot(x, y)).toBeLessThanOrEqual(1.000001);
      expect(y).toBeGreaterThanOrEqual(-0.000001);
      expect(places.some((other) => Math.abs(other.x + x) < 1e-9 && Math.abs(other.y - y) < 1e-9)).toBe(true);
    }
  });

  it("run from the left to the right, so that those who belong together sit together", () => {
    const angles = hemicycle(61).places.map(({ x, y }) => Math.atan2(y, x));
    for (const [index, angle] of angles.slice(1).entries()) expect(angle).toBeLessThanOrEqual(angles[index]! + 1e-9);
  });

  it("of no council are none", () => expect(hemicycle(0)).toEqual({ places: [], reach: 0 }));
});
