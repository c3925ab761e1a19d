/** Collections that are read like a newspaper; all others are registers. */
const newspapers = ["II.7.1", "IV.1.1", "V.1.1", "V.1.2"];

export const isNewspaper = (element: string) => newspapers.includes(element);
