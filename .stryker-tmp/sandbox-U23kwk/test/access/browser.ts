/** A browser as far as signing in goes: it keeps cookies per site, sends where it comes from, and follows no redirect by itself. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  async go(address: string, form?: Readonly<Record<string, string>>): Promise<Response> {
    const { origin } = new URL(address);
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    const response = await fetch(address, {
      method: form === undefined ? "GET" : "POST",
      redirect: "manual",
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(form !== undefined && { origin, "sec-fetch-site": "same-origin" }),
      },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  cookiesOf(address: string): ReadonlyMap<string, string> {
    return this.#jars.get(new URL(address).origin) ?? new Map();
  }

  /** What somebody could do who got hold of a cookie. */
  put(address: string, name: string, value: string): void {
    const { origin } = new URL(address);
    this.#jars.set(origin, new Map([[name, value]]));
  }
}
