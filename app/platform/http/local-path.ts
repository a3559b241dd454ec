/** A path of this site to go to next; anything that could lead elsewhere becomes `otherwise`. */
export const localPath = (given: unknown, otherwise = "/"): string => {
  if (typeof given !== "string" || !given.startsWith("/") || /^\/[/\\]/.test(given)) return otherwise;
  const base = "http://local.invalid";
  if (!URL.canParse(given, base)) return otherwise;
  const url = new URL(given, base);
  // "/.//other.example" resolves to a path that itself begins like an address.
  return url.origin === base && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}` : otherwise;
};
