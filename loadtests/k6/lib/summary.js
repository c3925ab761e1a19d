const wanted = ["med", "p(95)", "p(99)", "max"];
const rounded = (value) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

function line(name, { type, values }) {
  if (type === "trend") return `${name}: ${wanted.map((one) => `${one} ${rounded(values[one])}`).join(", ")} ms`;
  if (type === "rate") return `${name}: ${values.passes} of ${values.passes + values.fails}`;
  return `${name}: ${rounded(values.count ?? values.value)}`;
}

/** Which of a run's figures are worth reading, and which of its thresholds were missed; all of it as JSON beside. */
export function summary(data) {
  const shown = Object.entries(data.metrics).filter(
    ([name]) =>
      name.includes("{") || /^(update_|shown_|checks|iterations|dropped|missed|http_reqs|vus_max|sse_)/.test(name),
  );
  const lines = shown.map(([name, metric]) => {
    const missed = Object.entries(metric.thresholds || {}).filter(([, { ok }]) => !ok);
    return `${line(name, metric)}${missed.map(([rule]) => `   MISSED ${rule}`).join("")}`;
  });
  const file = __ENV.SUMMARY ? { [__ENV.SUMMARY]: JSON.stringify(data, null, 2) } : {};
  return { ...file, stdout: `\n${lines.toSorted().join("\n")}\n\n` };
}
