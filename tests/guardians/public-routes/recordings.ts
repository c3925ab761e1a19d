export default {
  "GET /api/v1/recordings": "published recordings of published meetings",
  "GET /api/v1/recordings/:slug": "published recordings of published meetings",
  "GET /api/v1/recordings/:slug/chapters.sq.vtt": "what the page of the recording shows",
  "GET /api/v1/recordings/:slug/chapters.en.vtt": "what the page of the recording shows",
  "GET /api/v1/recordings/:slug/:file{captions\\.(sq|en)\\.vtt}": "what the page of the recording shows",
};
