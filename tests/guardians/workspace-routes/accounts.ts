import type { WorkspaceRights } from "./rights.ts";

const secretary = ["secretary"] as const;

export default {
  "GET /admin/hyrja": "anybody",
  "POST /admin/hyrja": "anybody",
  "GET /admin/kodi": "half signed in",
  "POST /admin/kodi": "half signed in",
  "POST /admin/dalja": "anybody",
  "GET /admin/ftesa/:token": "anybody",
  "POST /admin/ftesa/:token": "anybody",
  "GET /admin/fjalekalimi": "anybody",
  "POST /admin/fjalekalimi": "anybody",
  "GET /admin/fjalekalimi/:token": "anybody",
  "POST /admin/fjalekalimi/:token": "anybody",
  "GET /admin/llogaria": "signed in",
  "GET /admin/llogaria/kodi": "half signed in",
  "POST /admin/llogaria/kodi": "half signed in",
  "POST /admin/llogaria/rezerva": "signed in",
  "POST /admin/llogaria/fjalekalimi": "signed in",
  "POST /admin/llogaria/te-dhenat": "signed in",
  "POST /admin/llogaria/hyrjet": "signed in",
  "GET /admin/perdoruesit": secretary,
  "POST /admin/perdoruesit/fto": secretary,
  "POST /admin/perdoruesit/terhiq-ftesen": secretary,
  "GET /admin/perdoruesit/:id": secretary,
  "POST /admin/perdoruesit/:id/rolet": secretary,
  "POST /admin/perdoruesit/:id/gjendja": secretary,
  "POST /admin/perdoruesit/:id/kodi": secretary,
} satisfies WorkspaceRights;
