import type { Command } from "commander";
import { oneOf } from "./one-of.js";

type CommandOf = (parent: Command, name: string, description: string) => Command;

/** The commands of whoever keeps an installation running. */
export function addOperateCommands(program: Command, commandOf: CommandOf): void {
  commandOf(program, "doctor", "kijk of alles klopt: instellingen, versies, servers, schema, klokken en schijf")
    .option("--format <vorm>", "json; zonder: een regel per onderwerp", oneOf(["json"]))
    .action(async (options) => (await import("./commands/doctor.js")).doctor(options));
}
