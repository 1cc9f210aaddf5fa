import { once } from "node:events";
import { type Product, type ServeOptions, serveProduct } from "@rode-draad/pipeline";

/** Serves until Ctrl+C or a stop signal; says on standard error where. */
export async function serveUntilStopped(
  product: Product,
  signal: AbortSignal,
  options: ServeOptions = {},
): Promise<void> {
  const serving = await serveProduct(product, options);
  process.stderr.write(
    `De pagina's staan op ${serving.address}\nDe API is beschreven op ${serving.address}/v1/openapi.json\nStop met Ctrl+C.\n`,
  );
  try {
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    await serving.close();
  }
}
