import { parseCookie, stringifySetCookie } from "cookie";

const NAME = "rodedraad";

/** A small value that the browser keeps for us. */
export interface BrowserCookie {
  read(header: string | undefined): string | undefined;
  /** The value of a Set-Cookie header. */
  set(value: string, secondsMax?: number): string;
  clear(): string;
}

/**
 * A cookie that no script reads and no other site sends along with a form. Over https its name starts with `__Host-`, which
 * makes browsers refuse one that a neighbouring site tries to set. A header with two of the name counts as none: one of them
 * is somebody's attempt.
 */
export function browserCookie(isSecure: boolean, purpose?: string): BrowserCookie {
  const name = `${isSecure ? "__Host-" : ""}${NAME}${purpose === undefined ? "" : `-${purpose}`}`;
  const write = (value: string, maxAge?: number): string =>
    stringifySetCookie({
      name,
      value,
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: isSecure,
      ...(maxAge !== undefined && { maxAge }),
    });
  return {
    read(header = "") {
      const isTwice = header.split(";").filter((part) => part.trim().startsWith(`${name}=`)).length > 1;
      return isTwice ? undefined : parseCookie(header)[name];
    },
    set: write,
    clear: () => write("", 0),
  };
}
