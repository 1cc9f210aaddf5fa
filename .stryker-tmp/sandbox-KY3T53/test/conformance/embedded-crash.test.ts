import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { countNotes, openStore } from "@rode-draad/store";
import { afterEach, beforeEach, expect, it } from "vitest";

const WRITER = fileURLToPath(new URL("./write-until-killed.ts", import.meta.url));

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-crash-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

it("keeps every note that it said was stored when its process is killed in the middle of writing", async () => {
  const child = spawn(process.execPath, ["--conditions=source", "--import", "tsx", WRITER, directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let promised = 0;
  child.stdout.on("data", (data) => {
    promised = Number(String(data).trim().split("\n").at(-1));
    if (promised >= 300) child.kill("SIGKILL");
  });
  await once(child, "exit");
  expect(promised).toBeGreaterThanOrEqual(300);
  const store = await openStore({ directory, municipalityId: "voorbeeldstad" });
  const found = await countNotes(store.db, "voorbeeldstad");
  await store.close();
  expect(found).toBeGreaterThanOrEqual(promised);
  // Batches of a hundred are stored whole or not at all.
  expect(found % 100).toBe(0);
});
