import type { TestProject } from "vitest/node";
import { migrateToLatest } from "../../server/db/migrate.ts";
import { ensureWebBuild } from "../../server/start/ensure-web-build.ts";
import { createDatabaseFromTemplate, startTestCluster, urlOf } from "./postgres.ts";

export const templateDatabase = "test_template";

declare module "vitest" {
  export interface ProvidedContext {
    superuserUrl: string;
    ownerUrl: string;
    appUrl: string;
  }
}

/** One PostgreSQL for the run, with a migrated template; the web is built once. */
export default async function setup(project: TestProject) {
  await ensureWebBuild();
  const cluster = await startTestCluster();
  await createDatabaseFromTemplate(cluster.superuserUrl, templateDatabase, "template0");
  await migrateToLatest(urlOf(cluster.ownerUrl, templateDatabase));
  project.provide("superuserUrl", cluster.superuserUrl);
  project.provide("ownerUrl", cluster.ownerUrl);
  project.provide("appUrl", cluster.appUrl);
  return () => cluster.stop();
}
