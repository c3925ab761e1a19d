/** Which bodies stand at which element. */
const kinds = {
  "I.2.2": "committee",
  "II.5.1": "board",
  "II.6.2": "village",
  "II.6.4": "neighbourhood",
} as const;

export const kindAt = (code: string | undefined) => kinds[code as keyof typeof kinds];
