// Loaded before a worker by NODE_OPTIONS: makes the cutting of notes that hold certain words throw, loop or eat memory, in whichever thread
// it runs. The product itself knows nothing of it.
import { register } from "node:module";

const HOOKS = `
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!/cut-into-segments\\.(ts|js)/.test(url)) return loaded;
  const source = String(loaded.source);
  return {
    ...loaded,
    source: source.replace(
      /function cutIntoSegments\\(/,
      "function cutIntoSegments(text) { globalThis.takePoison(text); return cutTruly(text); }\\nfunction cutTruly(",
    ),
  };
}`;

globalThis.takePoison = (text) => {
  if (text.includes("gif gooien")) throw new TypeError("poison");
  while (text.includes("gif draaien"));
  const eaten = [];
  while (text.includes("gif eten")) eaten.push(new Array(1_000_000).fill(text.length));
};
register(`data:text/javascript,${encodeURIComponent(HOOKS)}`);
