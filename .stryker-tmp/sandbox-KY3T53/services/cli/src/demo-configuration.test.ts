import { expect, test } from "vitest";
import { demoConfiguration } from "./demo-configuration.js";
import { createProgram } from "./program.js";
import { environmentWith } from "./with-product.js";

const town = { id: "voorbeeldstad", name: "Voorbeeldstad" };
/** The settings of `rodedraad demo` with these words behind it. */
function settingsOf(words: readonly string[], environment: Record<string, string>) {
  const command = createProgram().commands.find((candidate) => candidate.name() === "demo");
  command?.parseOptions([...words]);
  return demoConfiguration(town, environmentWith(command?.getOptionValue("port"), environment));
}

test("the demo serves on --port, else on PORT, else on 3000", () => {
  expect(settingsOf(["--port", "3500"], { PORT: "3417" }).port).toBe(3500);
  expect(settingsOf([], { PORT: "3417" }).port).toBe(3417);
  expect(settingsOf([], {}).port).toBe(3000);
});

test("the demo never opens a server that may hold real notes", () => {
  const servers = { DATABASE_URL: "postgres://server/echt", REDIS_URL: "redis://server", SMTP_URL: "smtp://server" };
  expect(Object.keys(settingsOf([], servers)).filter((key) => key.endsWith("Url"))).toEqual([]);
});
