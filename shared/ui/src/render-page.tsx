import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

interface PageDocument {
  readonly title: string;
  /** The language of the title, where it is not that of the page. */
  readonly titleLanguage?: string | undefined;
  readonly children: ReactNode;
}

/** A page of the running product: its stylesheet is a file of our own. */
export function renderPage(
  page: PageDocument & {
    readonly language: string;
    readonly stylesheetHref: string;
    readonly iconHref: string;
    /** A page that waits: a script of our own keeps it up to date, and without one it is loaded again. */
    readonly live?: { readonly scriptHref: string; readonly refreshSeconds: number } | undefined;
  },
): string {
  const head = (
    <>
      <link rel="stylesheet" href={page.stylesheetHref} />
      <link rel="icon" type="image/svg+xml" href={page.iconHref} />
      {page.live === undefined ? null : (
        <>
          <script src={page.live.scriptHref} defer={true} />
          <noscript>
            <meta httpEquiv="refresh" content={String(page.live.refreshSeconds)} />
          </noscript>
        </>
      )}
    </>
  );
  return render(page, page.language, head);
}

/** A Dutch page that stands alone: everything is inside, and the policy forbids it to fetch anything. */
export function renderStandalonePage(page: PageDocument & { readonly css: string; readonly cssHash: string }): string {
  const policy = `default-src 'none'; style-src 'sha256-${page.cssHash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const head = (
    <>
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <style>{page.css}</style>
    </>
  );
  return render(page, "nl", head);
}

function render(page: PageDocument, language: string, head: ReactElement): string {
  const markup = renderToStaticMarkup(
    <html className="utrecht-root" lang={language} dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title lang={page.titleLanguage}>{`${page.title} | Rode Draad`}</title>
        {head}
      </head>
      <body className="utrecht-body">{page.children}</body>
    </html>,
  );
  return `<!DOCTYPE html>\n${markup}\n`;
}
