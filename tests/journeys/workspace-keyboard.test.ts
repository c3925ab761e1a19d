import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { signUp } from "./support/sign-up.ts";
import { hydrated, telephone, visitors } from "./support/visitor.ts";

const visitor = visitors();

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return `${element?.localName}${element?.id ? `#${element.id}` : ""} ${element?.textContent?.trim().slice(0, 40) ?? ""}`;
  });
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

describe("With keys alone a secretary", () => {
  it("jumps to the content, searches from anywhere, opens what was found, and finds the shortcuts explained", async () => {
    const { page, open } = await visitor({ mayHear: /status of 422/ });
    await signUp(page, "Drita Leka", "secretary");
    await open("/admin");
    await press(page, "Tab");
    expect(await focused(page)).toContain("a Kalo te përmbajtja");
    await press(page, "Enter");
    expect(await focused(page)).toMatch(/^main#main/);

    await press(page, "Control+k");
    expect(await focused(page)).toMatch(/^input#desk-search/);
    await page.keyboard.type("cilesimet");
    const options = page.getByRole("option");
    await options.first().waitFor();
    expect(await page.getByRole("combobox").getAttribute("aria-expanded")).toBe("true");
    await press(page, "Escape");
    expect(await options.count()).toBe(0);
    await page.keyboard.type(" ");
    await press(page, "Backspace", "Backspace");
    await page.keyboard.type("t");
    await options.first().waitFor();
    await press(page, "ArrowDown");
    const active = await page.getByRole("combobox").getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
    await Promise.all([page.waitForURL(/\/admin\/cilesimet/), press(page, "Enter")]);
    await hydrated(page);

    await Promise.all([page.waitForURL(/\/admin\/tastiera/), press(page, "Control+/")]);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Tastiera");
  });

  it("is led to what was wrong, saves from inside of a field, and may turn the shortcuts off", async () => {
    const { page, open } = await visitor({ mayHear: /status of 422/ });
    await signUp(page, "Drita Leka", "secretary");
    await open("/admin/llogaria");
    const name = page.locator("#profile-name");
    await name.fill("");
    await Promise.all([page.waitForNavigation(), press(page, "Control+s")]);
    await hydrated(page);
    expect(await focused(page)).toMatch(/^div/);
    expect(await page.locator(":focus").getAttribute("role")).toBe("alert");
    await press(page, "Tab", "Enter");
    expect(await focused(page)).toMatch(/^input#profile-name/);
    await page.keyboard.type("Drita Çela");
    await Promise.all([page.waitForURL(/done=profile_changed/), press(page, "Control+Enter")]);

    await open("/admin/tastiera");
    await page.getByRole("checkbox").uncheck();
    await press(page, "Control+k");
    expect(await focused(page)).not.toContain("desk-search");
    await open("/admin/tastiera");
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
  });

  it("passes through every place in the order in which it is read", async () => {
    const { page, open } = await visitor();
    await signUp(page, "Drita Leka", "secretary");
    await open("/admin");
    const places: string[] = [];
    for (let at = ""; places.length < 200; ) {
      await press(page, "Tab");
      at = await page.evaluate(() => {
        const within = document.activeElement?.closest(".skip, .desk-top, .desk-bar, main");
        return within?.className.split(" ")[0] ?? "beyond";
      });
      // Behind the last place the browser begins anew.
      if (places.length > 0 && (at === "skip" || at === "beyond")) break;
      places.push(at);
    }
    const order = ["skip", "desk-top", "desk-bar", "desk-page"];
    const ranks = places.map((place) => order.indexOf(place));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]));
    // Every place of the menu is one of them.
    const menu = await page.locator(".desk-menu a").count();
    expect(ranks.filter((rank) => rank === 2)).toHaveLength(menu);
  });
});

describe("On a telephone", () => {
  it.each([true, false])("the menu is folded behind the current place, with script (%s)", async (javaScriptEnabled) => {
    const { page } = await visitor({ ...telephone, javaScriptEnabled });
    await signUp(page, "Drita Leka", "secretary");
    await page.goto("/admin/importi");
    const head = (await page.locator("h1").boundingBox())!;
    expect(head.y).toBeLessThan(260);
    const menu = page.locator(".desk-menu > summary");
    expect(await menu.innerText()).toBe("Menuja: Importi");
    expect(await page.getByRole("link", { name: "Mbledhjet" }).isVisible()).toBe(false);
    await menu.click();
    expect(await page.locator(".desk-menu a[aria-current=page]").innerText()).toBe("Importi");
    await page.getByRole("link", { name: "Mbledhjet", exact: true }).first().click();
    await page.waitForURL(/\/admin\/mbledhjet/);
    await page.getByRole("link", { name: "Kërkoni" }).click();
    await page.locator("main input[type=search]").fill("tarifa");
    await page.locator("main button[type=submit]").click();
    await page.waitForURL(/\/admin\/kerko\?q=tarifa/);
    expect(await page.locator(".found-kind").count()).toBeGreaterThan(2);
  });
});
