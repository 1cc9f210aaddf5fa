import { moveStore } from "@rode-draad/operate";
import { quietConfiguration } from "../with-product.js";
import { writeDown } from "../write-down.js";

/** Brings the embedded store to a server and proves that both hold the same. */
export async function move({ to }: { readonly to: string }): Promise<void> {
  const configuration = quietConfiguration();
  const { rows, tables } = await moveStore(configuration, to);
  const names = Object.entries(tables).filter(([, digest]) => digest.rows > 0);
  for (const [name, digest] of names) process.stdout.write(`${name}\t${digest.rows}\tgelijk\n`);
  process.stderr.write(
    [
      `Alle ${rows} rijen staan op de server en zijn gelijk aan die in ${configuration.directory}.`,
      "Zet nu op elke machine DATABASE_URL, en HASH_KEY en AUDIT_KEY.",
      `Die sleutels staan in ${configuration.directory}, in de bestanden hash-key en audit-key. Start daarna rodedraad serve.`,
      `De oude database in ${configuration.directory} staat er nog. Gooi haar weg als alles werkt.`,
      "",
    ].join("\n"),
  );
  await writeDown("opdracht-move", { ...configuration, databaseUrl: to }, "move-store");
}
