// Loaded before a worker by NODE_OPTIONS: in its threads, reading a text that holds certain words throws, loops or eats memory. The
// product itself knows nothing of it.
import { isMainThread } from "node:worker_threads";

const { includes } = String.prototype;

function takePoison(text) {
  const holds = (words) => includes.call(text, words);
  if (holds("gif gooien")) throw new TypeError("poison");
  while (holds("gif draaien"));
  const eaten = [];
  while (holds("gif eten")) eaten.push(new Array(1_000_000).fill(text.length));
}

if (!isMainThread) {
  // The first thing that cutting a text does is to look for tags.
  String.prototype.includes = function includesOrDies(...given) {
    if (given[0] === "<") takePoison(String(this));
    return includes.apply(this, given);
  };
}
