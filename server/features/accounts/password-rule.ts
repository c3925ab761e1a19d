import { InvalidInput } from "../../http/problem.ts";

const least = 12;
/** So many different characters at the least: `aaaaaaaaaaaa` is long and no secret. */
const leastDifferent = 6;
const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/** Long rather than complicated, and nothing that stands beside it; `null` where it will do. */
export function passwordProblem(password: string, { email, name }: { email: string; name: string }): string | null {
  const typed = folded(password);
  if ([...typed].length < least) return "accounts.password_short";
  const known = [email, email.slice(0, email.indexOf("@")), name, name.replaceAll(" ", "")].map(folded);
  if (
    known.some(
      (text) =>
        text !== "" &&
        (typed === text || (text.length >= 5 && typed.startsWith(text) && typed.length - text.length < 5)),
    )
  )
    return "accounts.password_known";
  return new Set(typed).size < leastDifferent ? "accounts.password_simple" : null;
}

/** @throws {InvalidInput} for the field `password` */
export function requireGoodPassword(password: string, owner: { email: string; name: string }): void {
  const code = passwordProblem(password, owner);
  if (code) throw new InvalidInput([{ path: "password", code }]);
}
