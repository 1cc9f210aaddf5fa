import { openProduct, type Product } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { openScratchStore } from "@rode-draad/store/testing";

/** The key of every hash in these tests. */
export const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";

/** The whole product, without stages, on an empty database of its own and a free port; closing removes it. */
export async function openTestProduct(
  environment: Readonly<Record<string, string>> = {},
  options: Parameters<typeof openProduct>[1] = {},
): Promise<Product> {
  // Making a database takes seconds, and the scratch store copies one.
  const scratch = await openScratchStore();
  await scratch.store.close();
  const { directory = "" } = scratch.options;
  const settings = { LOG_LEVEL: "silent", PORT: "0", HASH_KEY, RODEDRAAD_DIR: directory, ...environment };
  const product = await openProduct(readConfiguration(settings), options);
  return {
    ...product,
    async close() {
      await product.close();
      await scratch.drop();
    },
  };
}
