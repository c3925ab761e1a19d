/** The channel on which a meeting's newest step is told; the payload is `<tenant id> <meeting id> <number>`. */
export const liveChannel = "live_stepped";
