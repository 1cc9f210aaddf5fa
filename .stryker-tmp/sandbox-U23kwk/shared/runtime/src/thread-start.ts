/** How to start a thread with a module beside the one that asks: what piscina takes. */
export interface ThreadStart {
  readonly filename: string;
  readonly execArgv?: string[];
}

/**
 * `besideUrl` is the `import.meta.url` of the caller, `name` the module without its ending. In a checkout a thread does not
 * inherit the loader that lets sources run without a build, so it registers it first.
 */
export function threadStart(besideUrl: string, name: string): ThreadStart {
  const fromSource = besideUrl.endsWith(".ts");
  const filename = new URL(`./${name}.${fromSource ? "ts" : "js"}`, besideUrl).href;
  return fromSource ? { filename, execArgv: ["--conditions=source", "--import", typescriptLoader()] } : { filename };
}

function typescriptLoader(): string {
  const api = import.meta.resolve("tsx/esm/api");
  return `data:text/javascript,${encodeURIComponent(`import { register } from ${JSON.stringify(api)}; register();`)}`;
}
