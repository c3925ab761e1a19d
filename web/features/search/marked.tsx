import { For } from "solid-js";

interface MarkedProps {
  text: string;
  ranges: readonly { start: number; end: number }[];
}

/** A text with what was found marked in it. */
export function Marked(props: MarkedProps) {
  const parts = () => {
    const cut: { text: string; isFound: boolean }[] = [];
    let at = 0;
    for (const { start, end } of props.ranges) {
      if (start > at) cut.push({ text: props.text.slice(at, start), isFound: false });
      cut.push({ text: props.text.slice(start, end), isFound: true });
      at = end;
    }
    if (at < props.text.length) cut.push({ text: props.text.slice(at), isFound: false });
    return cut;
  };
  return <For each={parts()}>{({ text, isFound }) => (isFound ? <mark>{text}</mark> : text)}</For>;
}
