import type { followingReadiness as english } from "../../en/readiness/following.ts";

export const followingReadiness = {
  "following.never": "Asnjë mbledhje nuk është ndjekur ende këtu drejtpërdrejt.",
  "following.not_recent": "Asnjë mbledhje e hapur e Këshillit në tre muajt e fundit.",
  "following.not_followed_one": "Një mbledhje e hapur e tre muajve të fundit nuk u ndoq dot drejtpërdrejt.",
  "following.not_followed_other":
    "{{count}} mbledhje të hapura të tre muajve të fundit nuk u ndoqën dot drejtpërdrejt.",
  "following.no_picture_one": "Një mbledhje e hapur e tre muajve të fundit nuk pati transmetim.",
  "following.no_picture_other": "{{count}} mbledhje të hapura të tre muajve të fundit nuk patën transmetim.",
  "following.full_one": "Mbledhja e hapur e tre muajve të fundit u ndoq drejtpërdrejt, me transmetim.",
  "following.full_other":
    "Të {{count}} mbledhjet e hapura të tre muajve të fundit u ndoqën drejtpërdrejt, me transmetim.",
} satisfies Record<keyof typeof english, string>;
