/** A seat's middle, in a half circle of radius 1 around 0, 0: x from -1 to 1, y from 0 (the rostrum) to 1. */
export interface SeatPlace {
  x: number;
  y: number;
}

/** Two rows stand near each other; more take what room there is, but leave the middle to the rostrum. */
const innermost = (rows: number) => Math.max(0.4, 1 - 0.28 * (rows - 1));
const acrossRows = (rows: number) => (rows === 1 ? 0.28 : (1 - innermost(rows)) / (rows - 1));
const radiusOf = (row: number, rows: number) => (rows === 1 ? 0.86 : innermost(rows) + acrossRows(rows) * row);
const radii = (rows: number) => Array.from({ length: rows }, (_, row) => radiusOf(row, rows));
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
/** From a seat to the next of its row. */
const alongRow = (radius: number, inRow: number) =>
  inRow < 2 ? 2 * radius : 2 * radius * Math.sin(Math.PI / (2 * (inRow - 1)));

/** As many rows as bring seats about as near to their neighbours as to the next row. */
function rowsFor(seats: number): number {
  const unevenness = (rows: number) => {
    const along = (Math.PI * sum(radii(rows))) / Math.max(seats - rows, 1);
    return Math.abs(Math.log(along / acrossRows(rows)));
  };
  let rows = 1;
  while (rows + 1 < seats && unevenness(rows + 1) < unevenness(rows)) rows += 1;
  return rows;
}

/** Seats are shared among the rows by their length, by largest remainders, so that none is lost to rounding. */
function seatsInRows(seats: number, rows: number): number[] {
  const lengths = radii(rows);
  const shares = lengths.map((length) => (seats * length) / sum(lengths));
  const whole = shares.map(Math.floor);
  const byRemainder = shares
    .map((share, row) => ({ row, remainder: share - whole[row]! }))
    .sort((one, other) => other.remainder - one.remainder || other.row - one.row);
  for (const { row } of byRemainder.slice(0, seats - sum(whole))) whole[row]! += 1;
  return whole;
}

/**
 * Where seats stand in a hemicycle, as parliaments are commonly drawn (Wikimedia's “parliament diagram”): concentric half
 * circles, each with seats by its length, ordered from the left by their angle. Neighbours in that order form wedges.
 *
 * @returns the places from left to right, and how far a seat may reach around its middle
 */
export function hemicycle(seats: number): { places: SeatPlace[]; reach: number } {
  if (seats < 1) return { places: [], reach: 0 };
  const rows = rowsFor(seats);
  const inRows = seatsInRows(seats, rows);
  const places = inRows.flatMap((inRow, row) => {
    const radius = radiusOf(row, rows);
    return Array.from({ length: inRow }, (_, index) => {
      const angle = inRow === 1 ? Math.PI / 2 : Math.PI * (1 - index / (inRow - 1));
      return { angle, radius, x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
  });
  places.sort((one, other) => other.angle - one.angle || other.radius - one.radius);
  const nearest = Math.min(acrossRows(rows), ...inRows.map((inRow, row) => alongRow(radiusOf(row, rows), inRow)));
  return { places: places.map(({ x, y }) => ({ x, y })), reach: nearest / 2 };
}
