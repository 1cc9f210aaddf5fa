import { Redis } from "ioredis";

/** Takes everything away from a Redis of the test's own. */
export async function flushRedis(url: string): Promise<void> {
  await withClient(url, (client) => client.flushall());
}

/** The bytes of all its keys. */
export async function measureRedis(url: string): Promise<number> {
  return await withClient(url, async (client) => {
    let bytes = 0;
    for await (const keys of client.scanStream({ count: 1_000 })) {
      for (const key of keys as string[]) bytes += (await client.memory("USAGE", key)) ?? 0;
    }
    return bytes;
  });
}

async function withClient<Result>(url: string, work: (client: Redis) => Promise<Result>): Promise<Result> {
  const client = new Redis(url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}
