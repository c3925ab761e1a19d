import type { ReadingParts } from "./read-document.ts";
import { findRecogniser, type Recogniser } from "./recogniser.ts";
import { textReader } from "./text-reader.ts";

/** What reads the councils' files on this machine; whether it reads pictures is found out once, when it is first asked. */
export function readingParts(given: Pick<ReadingParts, "storage" | "spoolDir">): ReadingParts {
  let recogniser: Promise<Recogniser | null> | undefined;
  return {
    ...given,
    reader: textReader(),
    recogniser() {
      recogniser ??= findRecogniser();
      return recogniser;
    },
  };
}
