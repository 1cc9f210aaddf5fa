import { spawn } from "node:child_process";

/**
 * `npm run audit:gate`: ends with 1 when something that an installation runs has a known fault of weight high or critical. Says so and ends
 * well when the registry does not answer, since a build must not hang on another's server.
 */
const GATE = ["high", "critical"] as const;
const PATIENCE_MS = 60_000;

const output = await readAudit();
const report = parse(output);
if (report?.metadata === undefined) {
  process.stdout.write("npm audit: skipped, the registry does not answer.\n");
} else {
  const found = GATE.map((weight) => `${report.metadata?.vulnerabilities[weight] ?? 0} ${weight}`);
  process.stdout.write(`npm audit: ${found.join(", ")}\n`);
  for (const [name, { severity, fixAvailable }] of Object.entries(report.vulnerabilities ?? {}))
    if (GATE.some((weight) => weight === severity))
      process.stdout.write(`  ${name}: ${severity}${fixAvailable === false ? "" : ", npm audit fix mends it"}\n`);
  if (GATE.some((weight) => (report.metadata?.vulnerabilities[weight] ?? 0) > 0)) process.exitCode = 1;
}

interface AuditReport {
  readonly metadata?: { readonly vulnerabilities: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly fixAvailable: unknown }>>;
}

async function readAudit(): Promise<string> {
  const child = spawn("npm", ["audit", "--omit=dev", "--json"], { stdio: ["ignore", "pipe", "ignore"] });
  const timer = setTimeout(() => child.kill(), PATIENCE_MS);
  let text = "";
  for await (const chunk of child.stdout) text += String(chunk);
  clearTimeout(timer);
  return text;
}

function parse(text: string): AuditReport | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
