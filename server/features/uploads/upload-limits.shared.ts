const megabyte = 1024 ** 2;

/** The largest file of a kind that is taken in, in bytes: nobody waits for a scan of a thousand pages to open. */
export const largest = { photo: 40 * megabyte, film: 2_048 * megabyte, paper: 200 * megabyte } as const;

/**
 * By the ending of a name; what the file really is comes to light when it is whole.
 * @param film the largest film; the recording of a meeting may be larger than others
 */
export function largestOf(fileName: string, film: number = largest.film): number {
  if (/\.(jpe?g|png|webp|avif)$/i.test(fileName)) return largest.photo;
  return /\.(mp4|webm)$/i.test(fileName) ? film : largest.paper;
}

/** So many files of one account may be on their way. */
export const mostUploads = 300;

/** For so long an unfinished file waits for the rest, in hours. */
export const uploadHours = 24;
