import { afterAll } from "vitest";
import { contractVersion, TypesenseContract } from "../../../tests/support/typesense-contract.ts";
import type { TenantId } from "../../db/tenant-db.ts";
import { engineSuite } from "../engine.suite.ts";
import { openCluster } from "./cluster.ts";
import { documentedVersion } from "./collection.ts";
import { typesenseEngine } from "./typesense-engine.ts";

const secretKey = "for-tests-only-for-tests-only-for-tests";
const newCouncil = () => crypto.randomUUID() as TenantId;
const { TYPESENSE_URL: url, TYPESENSE_API_KEY: apiKey } = process.env;

engineSuite(`Typesense as its API documentation ${contractVersion} has it`, async () => {
  const contract = new TypesenseContract();
  const address = await contract.start();
  return {
    engine: typesenseEngine({ urls: [address], apiKey: contract.apiKey, secretKey }),
    councils: [newCouncil(), newCouncil()],
    close: () => contract.stop(),
  };
});

if (url && apiKey) {
  const alias = `e_keshilli_test_${crypto.randomUUID().slice(0, 8)}`;
  const options = { urls: url.split(","), apiKey, secretKey, alias };
  engineSuite(`Typesense at ${url}`, async () => ({
    engine: typesenseEngine(options),
    councils: [newCouncil(), newCouncil()],
    async close() {},
  }));
  afterAll(async () => {
    const { admin } = openCluster(options);
    const ours = <T>(list: readonly T[], nameOf: (one: T) => string) =>
      list.filter((one) => nameOf(one).startsWith(alias));
    const { keys } = await admin.keys().retrieve();
    for (const { id, collections } of keys) if (collections[0]?.startsWith(alias)) await admin.keys(id).delete();
    for (const { name } of ours((await admin.aliases().retrieve()).aliases, ({ name }) => name))
      await admin.aliases(name).delete();
    for (const { name } of ours(await admin.collections().retrieve(), ({ name }) => name))
      await admin.collections(name).delete();
    for (const name of ours((await admin.stemming.dictionaries().retrieve()).dictionaries, (name) => name))
      await admin.stemming.dictionaries(name).delete();
    for (const { name } of ours(await admin.synonymSets().retrieve(), ({ name }) => name))
      await admin.synonymSets(name).delete();
  });
} else {
  process.stderr.write(
    `\nNO TYPESENSE SERVER: the driver ran against a contract written from the API documentation of ${documentedVersion}, not against Typesense.\nGive TYPESENSE_URL and TYPESENSE_API_KEY to run the whole suite and the check of the version against a server.\n\n`,
  );
}
