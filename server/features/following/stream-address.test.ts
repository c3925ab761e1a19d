import { expect, it } from "vitest";
import { embedAddress, streamKind } from "./stream-address.shared.ts";

it.each([
  ["https://www.youtube.com/watch?v=abcdefghijk", "youtube"],
  ["https://youtu.be/abcdefghijk?t=5", "youtube"],
  ["https://www.youtube.com/live/abcdefghijk", "youtube"],
  ["https://www.youtube.com/@bashkia", "link"],
  ["https://youtube.com.example.org/watch?v=abcdefghijk", "link"],
  ["https://www.facebook.com/bashkia/videos/123", "facebook"],
  ["https://video.example.al/keshilli/live.m3u8?key=1", "hls"],
  ["https://video.example.al/keshilli", "link"],
])("%s is %s", (address, kind) => expect(streamKind(address)).toBe(kind));

it("only what is known has a frame, and YouTube’s is the one that keeps no cookies", () => {
  expect(embedAddress("youtube", "https://youtu.be/abcdefghijk")).toBe(
    "https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0",
  );
  expect(embedAddress("facebook", "https://www.facebook.com/b/videos/1")).toMatch(
    /^https:\/\/www\.facebook\.com\/plugins\//,
  );
  expect(embedAddress("link", "https://video.example.al/keshilli")).toBeNull();
});
