import { randomBytes } from "node:crypto";
import { inject, onTestFinished } from "vitest";
import { createDatabaseFromTemplate, dropDatabase, urlOf } from "./postgres.ts";

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
  drop(): Promise<void>;
}

/** A database of one's own, with all tables and no rows. */
export async function freshDatabase(template = "test_template"): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const superuserUrl = inject("superuserUrl");
  await createDatabaseFromTemplate(superuserUrl, name, template);
  return {
    ownerUrl: urlOf(inject("ownerUrl"), name),
    appUrl: urlOf(inject("appUrl"), name),
    superuserUrl: urlOf(superuserUrl, name),
    drop: () => dropDatabase(superuserUrl, name),
  };
}

/** The same, gone when the test is over. */
export async function databaseForTest(template?: string): Promise<TestDatabase> {
  const database = await freshDatabase(template);
  onTestFinished(() => database.drop());
  return database;
}
