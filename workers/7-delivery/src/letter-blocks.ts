/** A letter as paragraphs, lists and a link. Plain text and HTML come from the same blocks, so neither can say more. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | { readonly kind: "list"; readonly title: string; readonly points: readonly string[] }
  | { readonly kind: "link"; readonly title: string; readonly address: string };

export const paragraph = (...lines: readonly string[]): Block => ({ kind: "paragraph", lines });
export const list = (title: string, points: readonly string[]): Block => ({ kind: "list", title, points });
export const link = (title: string, address: string): Block => ({ kind: "link", title, address });

export function letterOf(subject: string, blocks: readonly Block[]): Letter {
  return { subject, text: asText(blocks), html: asHtml(subject, blocks) };
}

function asText(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === "paragraph") return block.lines.join("\n");
    if (block.kind === "link") return `${block.title}\n${block.address}`;
    return [block.title, ...block.points.map((point) => `- ${point}`)].join("\n");
  });
  return `${parts.join("\n\n")}\n`;
}

/** Headings would promise a structure that one page of letter does not have; paragraphs and lists are enough for a reader. */
function asHtml(subject: string, blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    if (block.kind === "paragraph") return `<p>${block.lines.map(escapeHtml).join("<br>\n")}</p>`;
    const title = escapeHtml(block.title);
    if (block.kind === "link") return `<p>${title}<br>\n${anchor(block.address)}</p>`;
    return `<p>${title}</p>\n<ul>\n${block.points.map((point) => `<li>${escapeHtml(point)}</li>`).join("\n")}\n</ul>`;
  });
  return [
    "<!doctype html>",
    '<html lang="nl">',
    `<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 40em">',
    ...parts,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** The whole address shows, so that a reader sees where it leads before clicking. */
function anchor(address: string): string {
  const shown = escapeHtml(address);
  return URL.canParse(address) ? `<a href="${shown}" rel="noreferrer">${shown}</a>` : shown;
}

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_ESCAPES[character] ?? character);
}
