/**
 * How many texts make a theme among `texts`: 3 of a thousand, one more with every four times as many. In more texts more
 * of them resemble each other by chance, and nobody wants a list of themes that grows with the archive.
 */
export function themeTextsMin(texts: number): number {
  return Math.max(3, Math.ceil(Math.log2(Math.max(1, texts)) / 2 - 2));
}
