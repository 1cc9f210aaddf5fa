/** The lines of a stream, split at line feeds and nowhere else: a text may hold any other sign that ends a line. */
export async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest: string[] = [];
  for await (const chunk of stream) {
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    for (let part = 0; part < parts.length - 1; part += 1) {
      yield rest.join("") + (parts[part] ?? "");
      rest = [];
    }
    rest.push(parts.at(-1) ?? "");
  }
  const last = rest.join("") + decoder.decode();
  if (last !== "") yield last;
}
