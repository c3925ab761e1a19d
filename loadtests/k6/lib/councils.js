import { check } from "k6";
import http from "k6/http";

/** How many councils there are; they are called as `npm run seed` calls them. */
const councils = Number(__ENV.COUNCILS || 61);
const port = __ENV.PORT || 3000;

/** Names under localhost are this machine. */
export const hosts = { "*.localhost": "127.0.0.1" };
export const councilOf = (number) => `shembull-${String(number).padStart(2, "0")}`;
export const addressOf = (council, path) => `http://${council}.localhost:${port}${path}`;
export const anyOf = (list) => list[Math.floor(Math.random() * list.length)];
export const anyCouncil = () => councilOf(1 + Math.floor(Math.random() * councils));

const browser = {
  accept: "text/html,application/xhtml+xml",
  "accept-encoding": "gzip, br",
  "accept-language": "sq,en;q=0.8",
};

/** Reads an address as a browser does. @param kind under which its times are counted */
export function read(kind, council, path) {
  const answer = http.get(addressOf(council, path), {
    headers: browser,
    responseType: "none",
    tags: { kind, name: kind },
  });
  check(answer, { "answered 200": ({ status }) => status === 200 });
  return answer;
}
