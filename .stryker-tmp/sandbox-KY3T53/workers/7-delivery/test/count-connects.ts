import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** Counts the sockets that this process opens while `work` runs, whoever opens them. */
export async function countConnects(work: () => Promise<void>): Promise<number> {
  let connects = 0;
  const count = (): void => {
    connects += 1;
  };
  subscribe("net.client.socket", count);
  try {
    await work();
  } finally {
    unsubscribe("net.client.socket", count);
  }
  return connects;
}
