import { describe, expect, it } from "vitest";
import { copyKeyOf, forget, type Kept, keepAt, keptAt, keptFor, keyOf, tidy } from "./kept.ts";
import { noteSent, settleSent } from "./sent.ts";

/** As a browser keeps it. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

const at = new Date("2026-03-05T09:00:00Z");
const typed = (title: string): Kept => ({ values: { title: [title] }, stood: null, at: at.toISOString() });
const [arta, besnik] = [keyOf("arta", "/admin/pikat/1", "item"), keyOf("besnik", "/admin/pikat/1", "item")];

describe("What was typed and not sent", () => {
  it("waits for whoever typed it, at the address of its form, and for nobody else", () => {
    const device = storage();
    keepAt(device, arta, typed("Tarifa"));
    expect(keptAt(device, arta, at)).toEqual(typed("Tarifa"));
    for (const other of [besnik, keyOf("arta", "/admin/pikat/2", "item"), keyOf("arta", "/admin/pikat/1", "removal")])
      expect(keptAt(device, other, at)).toBeNull();
  });

  it("is gone when nothing is different any more, and after its days", () => {
    const device = storage();
    keepAt(device, arta, typed("Tarifa"));
    keepAt(device, arta, { ...typed(""), values: {} });
    expect(device.length).toBe(0);
    keepAt(device, arta, typed("Tarifa"));
    device.setItem("typed:besnik:/x:y", "{");
    device.setItem(copyKeyOf("besnik", "act", "1", "a"), JSON.stringify({ form: {}, at: at.toISOString() }));
    device.setItem("shortcuts", "off");
    const later = (more: number) => new Date(at.getTime() + keptFor + more);
    expect(keptAt(device, arta, later(-1))).not.toBeNull();
    expect(keptAt(device, arta, later(0))).toBeNull();
    tidy(device, later(-1));
    expect([device.length, device.getItem("typed:besnik:/x:y")]).toEqual([3, null]);
    tidy(device, later(0));
    expect([device.length, device.key(0)]).toEqual([1, "shortcuts"]);
    expect(keptFor).toBe(14 * 24 * 60 * 60 * 1_000);
  });

  it("is left by nobody who signs out, and is not taken from another", () => {
    const device = storage();
    keepAt(device, arta, typed("Tarifa"));
    keepAt(device, keyOf("arta", "/admin/cilesimet/kontaktet", "contacts"), typed("Telefoni"));
    keepAt(device, copyKeyOf("arta", "publication", null, "a"), typed("Lajmi"));
    keepAt(device, besnik, typed("E tjetrit"));
    keepAt(device, copyKeyOf("besnik", "publication", null, "a"), typed("Lajmi i tjetrit"));
    forget(device, "arta");
    expect([device.length, device.key(0), device.key(1)]).toEqual([2, besnik, "form:besnik:publication:new:a"]);
  });

  it("does not stop a form on a device without room", () => {
    const full = { ...storage(), setItem: () => { throw new DOMException("full", "QuotaExceededError"); } } as Storage; // biome-ignore format: one thing
    expect(() => keepAt(full, arta, typed("Tarifa"))).not.toThrow();
  });
});

describe("A form that was sent", () => {
  const from = "https://lisi.example/admin/pikat/e-re";
  const arrive = (href: string, { isNew = true, isInside = true, sentFrom = from, before = from } = {}) => {
    const [device, session] = [storage(), storage()];
    keepAt(device, arta, typed("Tarifa"));
    noteSent(session, arta, sentFrom);
    const waits = settleSent(session, device, { href, before, isNew, isInside });
    return { device, session, waits, isKept: device.getItem(arta) !== null };
  };

  it("is no longer kept once the address says that it was done", () => {
    expect(arrive("https://lisi.example/admin/mbledhjet/1?done=item_added").isKept).toBe(false);
  });

  it("is still kept where it was refused, and on the way back from a lost connection", () => {
    expect(arrive("https://lisi.example/admin/pikat/e-re").isKept).toBe(true);
    const saved = "https://lisi.example/admin/cilesimet?done=names";
    expect(arrive(saved, { sentFrom: saved, isNew: false }).isKept).toBe(true);
    expect(arrive(saved, { sentFrom: saved }).isKept).toBe(false);
  });

  it("is no longer kept either where the page that said so was left before its script came", () => {
    const done = "https://lisi.example/admin/mbledhjet/1?done=item_added";
    expect(arrive(from, { before: done }).isKept).toBe(false);
    // A form that was refused was sent from the page that said what had been done before.
    expect(arrive(from, { before: done, sentFrom: done }).isKept).toBe(true);
  });

  it("waits while somebody has to sign in first, whatever the address then says", () => {
    const { device, session, waits } = arrive("https://lisi.example/admin/hyrja?next=%2Fadmin", { isInside: false });
    expect(waits).toEqual({ key: arta, isBack: false });
    const own = {
      href: "https://lisi.example/admin/llogaria?done=recovery_used",
      before: "",
      isNew: true,
      isInside: true,
    };
    expect(settleSent(session, device, own)).toEqual({ key: arta, isBack: true });
    expect([keptAt(device, arta, at), session.length]).toEqual([typed("Tarifa"), 0]);
    // What comes afterwards is about other forms.
    expect(settleSent(session, device, own)).toBeNull();
    expect(keptAt(device, arta, at)).not.toBeNull();
  });

  it("waits for nobody who has left nothing", () => {
    const [device, session] = [storage(), storage()];
    const signIn = { href: "https://lisi.example/admin/hyrja", before: "", isNew: true, isInside: false };
    expect(settleSent(session, device, signIn)).toBeNull();
    noteSent(session, arta, from);
    expect(settleSent(session, device, signIn)).toBeNull();
    session.setItem("sent-kept", "{");
    expect(settleSent(session, device, signIn)).toBeNull();
  });
});
