import { createSignal, onMount } from "solid-js";

const read = (key: string): string[] => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "[]");
  } catch {
    return [];
  }
};

/** A short tone, as far as the browser lets a page sound that was clicked on. */
function ring(audio: AudioContext | undefined) {
  if (!audio) return;
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.9);
  tone.frequency.value = 660;
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.9);
}

/** The tab's name says it until somebody looks. */
function flash(text: string) {
  if (document.visibilityState === "visible" && document.hasFocus()) return;
  const name = document.title;
  let isOn = false;
  const timer = setInterval(() => {
    isOn = !isOn;
    document.title = isOn ? `● ${text}` : name;
  }, 1_000);
  const seen = () => {
    clearInterval(timer);
    document.title = name;
    removeEventListener("focus", seen);
  };
  addEventListener("focus", seen);
}

/** The items of a meeting whose beginning somebody wants to be told of. Kept in this browser, and told nobody. */
export function createWishes(meetingId: string) {
  const key = `live ${meetingId}`;
  const [wished, setWished] = createSignal<readonly string[]>([]);
  const [isReady, setReady] = createSignal(false);
  let audio: AudioContext | undefined;
  onMount(() => {
    setWished(read(key));
    setReady(true);
  });
  const keep = (items: readonly string[]) => {
    setWished(items);
    try {
      localStorage.setItem(key, JSON.stringify(items));
    } catch {
      // Where nothing may be kept, the wish lasts as long as the page.
    }
  };
  return {
    /** Not before the browser can keep it. */
    isReady,
    isWished: (item: string) => wished().includes(item),
    any: () => wished().length > 0,
    toggle(item: string) {
      const isNew = !wished().includes(item);
      keep(isNew ? [...wished(), item] : wished().filter((one) => one !== item));
      if (!isNew) return;
      // Both are allowed to a page only because somebody has just clicked.
      if (typeof AudioContext === "function") audio ??= new AudioContext();
      if ("Notification" in window && Notification.permission === "default") void Notification.requestPermission();
    },
    began(item: string, title: string, text: string) {
      if (!wished().includes(item)) return;
      keep(wished().filter((one) => one !== item));
      ring(audio);
      flash(title);
      if ("Notification" in window && Notification.permission === "granted")
        try {
          new Notification(title, { body: text, tag: item });
        } catch {
          // Some telephones show one only by way of a service worker.
        }
    },
  };
}
export type Wishes = ReturnType<typeof createWishes>;
