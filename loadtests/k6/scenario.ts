/** What is done with the portal beside what k6 asks of it. */
export interface Load {
  /** What the script is told. */
  environment: Record<string, string>;
  /** From the moment that the script begins. `missed` says which promise was not kept. */
  meanwhile(): Promise<{ missed?: string }>;
}
