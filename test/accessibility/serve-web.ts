import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createWeb, type WebOptions, type WebTools } from "@rode-draad/web";
import express from "express";

export interface ServedWeb {
  readonly url: string;
  readonly faults: unknown[];
  close(): Promise<void>;
}

/** The pages on a free port of this machine. */
export async function serveWeb(tools: WebTools, options: Partial<WebOptions> = {}): Promise<ServedWeb> {
  const faults: unknown[] = [];
  const app = express();
  const reportFault: WebOptions["reportFault"] = ({ error }) => void faults.push(error);
  app.use(createWeb(tools, { today: () => "2026-11-22", reportFault, ...options }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
