import { expect, it } from "vitest";
import { deviceOf } from "./user-agent.ts";

it("A browser is called as people know it", () => {
  const known = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36": {
      browser: "Chrome 141",
      system: "Windows",
    },
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": {
      browser: "Firefox 140",
      system: "Linux",
    },
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1":
      { browser: "Safari 18", system: "iOS" },
    "Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36":
      { browser: "Samsung Internet for Android 28", system: "Android" },
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0":
      { browser: "Microsoft Edge 141", system: "Windows" },
  };
  for (const [userAgent, device] of Object.entries(known)) expect(deviceOf(userAgent)).toEqual(device);
});

it("What is not known is left out, however it is written", () => {
  for (const userAgent of ["", "  ", "\u0000", "x".repeat(200)])
    expect(deviceOf(userAgent), userAgent).toEqual({ browser: null, system: null });
});
