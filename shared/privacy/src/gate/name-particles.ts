/** Words between or before the parts of a surname, in any case; Dutch tussenvoegsels and those of other languages. */
export const PARTICLES: ReadonlySet<string> = new Set(
  "van de der den het t ter ten te von vom zu el al as ait ben bin ibn bint ould oulad da dos das do la le del di du op abu".split(
    " ",
  ),
);

/** Particles that never stand before an ordinary Dutch noun, so that even in lower case they announce a surname. */
export const FOREIGN_PARTICLES: ReadonlySet<string> = new Set(
  "el al ait ben bin ibn bint ould oulad von del dos abu".split(" "),
);
