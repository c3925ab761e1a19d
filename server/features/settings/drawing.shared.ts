/** Pixels: what is kept of an emblem fits into this. */
export const box = { width: 384, height: 448 };
/** The longer side of a picture; what is smaller is blurred on every screen. */
export const leastSide = 96;
/** How many times as long as the shorter side the longer one may be: beside the council's name a line is no emblem. */
export const mostTimes = 4;
/** How the process that draws ends when a picture is smaller. */
export const tooSmall = 3;
/** … and when it is a line. */
export const tooLong = 4;
