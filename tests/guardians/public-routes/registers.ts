export default {
  "GET /api/v1/registers": "what the council gives as data is public",
  "GET /api/v1/registers/:name": "published rows only",
  "GET /te-dhena-te-hapura/dcat.jsonld": "the catalogue of what is published",
  "GET /en/open-data/dcat.jsonld": "the catalogue of what is published",
  "GET /te-dhena-te-hapura/datapackage.json": "the catalogue of what is published",
  "GET /en/open-data/datapackage.json": "the catalogue of what is published",
};
