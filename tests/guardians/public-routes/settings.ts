export default {
  "GET /stema/:file{[0-9a-f]{64}\\.png}": "the council's emblem stands on every page",
};
