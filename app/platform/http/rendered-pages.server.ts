const KEPT_MS = 30_000;
const MOST = 150;
const HOLE = "\u0000nonce\u0000";

const pages = new Map<string, { at: number; html: string }>();

/**
 * A public page rendered once for everybody who would get the very same. In: the tag of what it shows (it stands for all
 * of the page's data, its language and its reader's cookies), the address, this answer's script nonce, and the
 * rendering. Out: the page with this answer's nonce. Kept for half a minute, because "yesterday" moves on; the 150
 * newest at most.
 */
export const renderedOnce = (tag: string, url: string, nonce: string, render: () => string): string => {
  const key = `${tag} ${url}`;
  const now = Date.now();
  const held = pages.get(key);
  if (held && now - held.at < KEPT_MS) return held.html.replaceAll(HOLE, nonce);
  const html = render();
  pages.delete(key);
  pages.set(key, { at: now, html: html.replaceAll(nonce, HOLE) });
  const [oldest] = pages.keys();
  if (pages.size > MOST && oldest !== undefined) pages.delete(oldest);
  return html;
};
