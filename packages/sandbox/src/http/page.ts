import type { Response } from 'express';
import { html, type Html } from './html';
import { pageStyle } from './pageStyle';

export interface Page {
  title: string;
  /** Name of the system, shown at the top of each of its pages. */
  system: string;
  /** Links at the top. The one marked `current` is the section one is in. */
  links: { href: string; label: string; current?: boolean }[];
  content: Html;
  status?: number;
}

/** Sends a page that is whole without scripts and without anything from elsewhere. */
export function sendPage(response: Response, page: Page) {
  const content = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${page.system}</title>
        <link rel="icon" href="data:," />
        <style>
          ${pageStyle}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href="/">${page.system}</a>
            <nav aria-label="Main">
              ${page.links.map(
                link =>
                  html`<a
                    href="${link.href}"
                    ${link.current && html`aria-current="page"`}
                    >${link.label}</a
                  >`,
              )}
            </nav>
          </div>
        </header>
        <main id="content" class="wrap">${page.content}</main>
        <footer class="wrap">
          Part of the sandbox: simulated, on this machine only.
        </footer>
      </body>
    </html>`;
  response
    .status(page.status ?? 200)
    .set({
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html')
    .send(content.text);
}
