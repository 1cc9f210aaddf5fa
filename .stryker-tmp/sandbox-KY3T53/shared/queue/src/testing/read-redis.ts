import { Redis } from "ioredis";

/** Every key of a Redis server with all that is under it, each as one text, to be searched for what should not be there. */
export async function readRedis(url: string): Promise<string[]> {
  const client = new Redis(url);
  const read: Readonly<Record<string, (key: string) => Promise<unknown>>> = {
    string: (key) => client.get(key),
    hash: (key) => client.hgetall(key),
    list: (key) => client.lrange(key, 0, -1),
    set: (key) => client.smembers(key),
    zset: (key) => client.zrange(key, "0", "-1"),
    stream: (key) => client.xrange(key, "-", "+"),
  };
  try {
    const found: string[] = [];
    for await (const keys of client.scanStream({ count: 1_000 })) {
      for (const key of keys as string[]) {
        found.push(`${key} ${JSON.stringify(await read[await client.type(key)]?.(key))}`);
      }
    }
    return found;
  } finally {
    client.disconnect();
  }
}
