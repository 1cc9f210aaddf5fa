import { moveStore } from "@rode-draad/operate";
import { quietConfiguration } from "../with-product.js";
import { writeDown } from "../write-down.js";

/** Brings the embedded store to a server and proves that both hold the same. */
export async function move({ to }: { readonly to: string }): Promise<void> {
  const configuration = quietConfiguration();
  const { rows, tables } = await moveStore(configuration, to);
  const keys = ["HASH_KEY", "AUDIT_KEY", ...(configuration.textKeys.length > 0 ? ["TEXT_KEY"] : [])];
  const inFiles = configuration.hashKey === undefined || configuration.auditKey === undefined;
  const names = Object.entries(tables).filter(([, digest]) => digest.rows > 0);
  for (const [name, digest] of names) process.stdout.write(`${name}\t${digest.rows}\tgelijk\n`);
  process.stderr.write(
    [
      `Alle ${rows} rijen staan op de server en zijn gelijk aan die in ${configuration.directory}.`,
      `Zet nu op elke machine DATABASE_URL, en dezelfde ${keys.join(" en ")} als hier.`,
      ...(inFiles
        ? [
            `Wat niet in de instellingen staat, staat in de bestanden hash-key en audit-key in ${configuration.directory}.`,
          ]
        : []),
      "Start daarna rodedraad serve.",
      `De oude database in ${configuration.directory} staat er nog. Gooi haar weg als alles werkt.`,
      "",
    ].join("\n"),
  );
  await writeDown("opdracht-move", { ...configuration, databaseUrl: to }, "move-store");
}
