import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.js";

const MODULE = fileURLToPath(new URL("./folder-lock.ts", import.meta.url));
const HOLD_UNTIL_KILLED = `
  import { lockFolder } from ${JSON.stringify(MODULE)};
  lockFolder(process.argv[1]).then(
    () => { console.log("held"); setInterval(() => undefined, 1000); },
    (error) => { console.log(error.code); },
  );
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-lock-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(`${folder}.lock`, { force: true });
});

function startHolder() {
  const child = spawn(
    process.execPath,
    ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", HOLD_UNTIL_KILLED, folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const answer = once(child.stdout, "data").then(([data]) => String(data).trim());
  return { child, answer };
}

describe("a database folder", { timeout: 60_000 }, () => {
  it("is open once: a second opening in this process is refused until the first one is released", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "database-folder-in-use" });
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  it("names the process that has it open, and is free as soon as that one is killed", async () => {
    const { child, answer } = startHolder();
    expect(await answer).toBe("held");
    await expect(lockFolder(folder)).rejects.toThrow(new RegExp(`proces ${child.pid}`));
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await lockFolder(folder)).release();
  });

  it("goes to exactly one of the processes that find a dead lock at the same moment", async () => {
    await writeFile(`${folder}.lock`, JSON.stringify({ pid: 999_999_999, started: "" }));
    const holders = Array.from({ length: 4 }, startHolder);
    const answers = await Promise.all(holders.map((holder) => holder.answer));
    for (const { child } of holders) child.kill("SIGKILL");
    expect(answers.filter((answer) => answer === "held")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "database-folder-in-use")).toHaveLength(3);
  });

  it("is free when its lock names this process's number from an earlier life, or holds rubbish", async () => {
    for (const left of [
      JSON.stringify({ pid: process.pid, started: "earlier" }),
      JSON.stringify({ pid: 1, started: "earlier" }),
      "{",
      "",
    ]) {
      await writeFile(`${folder}.lock`, left);
      await (await lockFolder(folder)).release();
    }
    const beside = (await readdir(dirname(folder))).filter((name) => name.startsWith(basename(folder)));
    expect(beside).toEqual([basename(folder)]);
  });
});
