import { describe, expect, it } from "vitest";
import { clockOf, secondsOf, shownChapters } from "./chapters.shared.ts";
import { linkFrom, linkKind } from "./link-kind.shared.ts";
import { chaptersAsVtt, checkedCaptions, spokenIn } from "./web-vtt.ts";

describe("A moment", () => {
  it.each([
    [0, "0:00"],
    [754, "12:34"],
    [3754, "1:02:34"],
    [-30, "-0:30"],
    [86_399, "23:59:59"],
  ])("of %i seconds is written %s and read again", (seconds, clock) => {
    expect(clockOf(seconds)).toBe(clock);
    expect(secondsOf(clock)).toBe(seconds);
  });

  it("may have more minutes than an hour, where no hours are said", () => {
    expect([secondsOf("75:30"), secondsOf("125:00")]).toEqual([4530, 7500]);
  });

  it.each(["", "12", "1:2", "1:60", "1:02:60", "1:60:00", "100:00:00", "9999:00", "a:bc", "1:02:34:56", "١:٠٢"])(
    "is not %s",
    (text) => expect(secondsOf(text)).toBeNull(),
  );
});

describe("What is shown", () => {
  const at = (...starts: number[]) => starts.map((second) => ({ starts: second }));
  it("begins with the last chapter before the beginning, and ends with the recording", () => {
    expect(shownChapters(at(-60, -10, 20, 500), 400)).toEqual(at(0, 20));
    expect(shownChapters(at(30, 20), null)).toEqual(at(20, 30));
    expect(shownChapters(at(-5), null)).toEqual(at(0));
    expect(shownChapters([], 10)).toEqual([]);
  });

  it("is written as WebVTT, the last chapter to the end", () => {
    const vtt = chaptersAsVtt(
      [
        { starts: 0, title: "A & B" },
        { starts: 3754, title: "C\n--> D" },
      ],
      4000,
    );
    expect(vtt).toBe(
      "WEBVTT\n\n1\n00:00:00.000 --> 01:02:34.000\nA &amp; B\n\n2\n01:02:34.000 --> 01:06:40.000\nC --&gt; D\n",
    );
    expect(checkedCaptions(vtt)).toContain("01:02:34.000 --> 01:06:40.000");
  });

  it("is read in stretches of some minutes, without who says it", () => {
    const vtt = checkedCaptions(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nPo\n\n04:59.000 --> 05:02.000\n<v Arta>Jo\n\n01:05:00.000 --> 01:05:01.000\nFund\n",
    );
    expect(spokenIn(vtt)).toEqual([
      { starts: 0, text: "Po\nJo" },
      { starts: 3900, text: "Fund" },
    ]);
  });

  it("of as many notes as a file holds are read as quickly as they are written", () => {
    const vtt = `WEBVTT\n\n00:00.000 --> 00:05.000\nPo\n\n${"NOTE\n\n".repeat(300_000)}`;
    expect(checkedCaptions(vtt)).toBe("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\nPo\n");
  });
});

it.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", "youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=75s"],
  ["https://youtu.be/dQw4w9WgXcQ", "youtube", "https://youtu.be/dQw4w9WgXcQ?t=75s"],
  ["https://www.facebook.com/watch/?v=1", "facebook", "https://www.facebook.com/watch/?v=1&t=75"],
  ["https://example.com/a.MP4", "video", "https://example.com/a.MP4#t=75"],
  ["https://example.com/live.m3u8", "page", "https://example.com/live.m3u8"],
  [
    "https://youtube.com.example.com/watch?v=dQw4w9WgXcQ",
    "page",
    "https://youtube.com.example.com/watch?v=dQw4w9WgXcQ",
  ],
])("%s is of the kind %s and goes on from a moment as %s", (address, kind, from) => {
  expect(linkKind(address)).toBe(kind);
  expect(linkFrom(address, 75)).toBe(from);
});
