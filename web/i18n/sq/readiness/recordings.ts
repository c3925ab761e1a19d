import type { recordingsReadiness as english } from "../../en/readiness/recordings.ts";

export const recordingsReadiness = {
  "recordings.empty": "Nuk është publikuar ende asnjë regjistrim i mbledhjeve të Këshillit.",
  "recordings.not_recent": "Asnjë mbledhje e hapur e Këshillit në tre muajt e fundit.",
  "recordings.missing_one": "Një mbledhje e hapur e tre muajve të fundit nuk ka regjistrim.",
  "recordings.missing_other": "{{count}} mbledhje të hapura të tre muajve të fundit nuk kanë regjistrim.",
  "recordings.undivided_one": "Një regjistrim i tre muajve të fundit nuk ka kapituj.",
  "recordings.undivided_other": "{{count}} regjistrime të tre muajve të fundit nuk kanë kapituj.",
  "recordings.full_one": "Mbledhja e hapur e tre muajve të fundit shihet pikë për pikë.",
  "recordings.full_other": "Të {{count}} mbledhjet e hapura të tre muajve të fundit shihen pikë për pikë.",
} satisfies Record<keyof typeof english, string>;
