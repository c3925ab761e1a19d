/** Pixels: what is kept of an emblem fits into this. */
export const box = { width: 384, height: 448 };
/** The longer side of a picture; what is smaller is blurred on every screen. */
export const leastSide = 96;
/** How the process that draws ends when a picture is smaller. */
export const tooSmall = 3;
