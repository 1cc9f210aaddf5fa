import { type Product, type Serving, serveProduct } from "@rode-draad/pipeline";
import { openTestProduct } from "../access/open-test-product.js";
import { type Person, signedIn } from "../access/signed-in.js";

/** The whole product behind http, without stages, and a browser of somebody who is signed in. */
export interface Town {
  readonly product: Product;
  readonly address: string;
  get(path: string): Promise<Answer>;
  bytes(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Sends a form from one of our own pages; a file makes it a multipart form. */
  post(path: string, fields?: Readonly<Record<string, string>>, file?: UploadFile): Promise<Answer>;
  close(): Promise<void>;
}

interface UploadFile {
  readonly name: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly type: string;
  readonly text: string;
}

type TownOptions = Pick<Parameters<typeof openTestProduct>[1] & object, "clock" | "logger"> & {
  readonly environment?: Readonly<Record<string, string>>;
};

export async function openTown(person: Person = {}, { environment, ...options }: TownOptions = {}): Promise<Town> {
  const product = await openTestProduct({ MUNICIPALITY_NAME: "Voorbeeldstad", ...environment }, options);
  const serving: Serving = await serveProduct(product, { callsMax: 1_000_000 });
  const headers = await signedIn(product.store.db, product.municipalityId, product.clock(), person);
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(serving.address + path, { redirect: "manual", headers, ...init });
    const { status } = response;
    const header = (name: string): string => response.headers.get(name) ?? "";
    return { status, location: header("location"), type: header("content-type"), text: await response.text() };
  };
  return {
    product,
    address: serving.address,
    get: (path) => ask(path),
    bytes: async (path) => new Uint8Array(await (await fetch(serving.address + path, { headers })).arrayBuffer()),
    post(path, fields = {}, file) {
      if (file === undefined) return ask(path, { method: "POST", body: new URLSearchParams(fields) });
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      body.append("bestand", new File([file.content], file.name));
      return ask(path, { method: "POST", body });
    },
    async close() {
      await serving.close();
      await product.close();
    },
  };
}
