/**
 * A failure with a name: `code` is a key of the `errors` phrases, `status` its HTTP status, `params` fill the phrase.
 * Everything else that is thrown is a bug and stays inside.
 */
export class AppError extends Error {
  override name = "AppError";
  readonly code: string;
  readonly status: number;
  readonly params: Record<string, string | number>;
  constructor(code: string, status: number, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.params = params;
  }
}
