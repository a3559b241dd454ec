import { LANGUAGES, type Language } from "./words";

export const LANGUAGE_COOKIE = "bridge_lang";

/**
 * The reader's language: the cookie set by the switch, else the best of Accept-Language, else Chinese.
 * Anything Chinese reads as zh-CN; anything unknown falls to Chinese because its users are.
 */
export const languageOf = (headers: Headers): Language => {
  const cookie = headers.get("Cookie")?.match(/(?:^|;\s*)bridge_lang=([^;]+)/)?.[1];
  const chosen = LANGUAGES.find((language) => language === cookie);
  if (chosen) return chosen;
  const wanted = (headers.get("Accept-Language") ?? "")
    .split(",")
    .map((part, index) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const q = Number(
        rest
          .find((r) => r.trim().startsWith("q="))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag: tag.toLowerCase(), q: Number.isFinite(q) ? q : 0, index };
    })
    .filter((w) => w.tag && w.q > 0)
    .sort((a, b) => b.q - a.q || a.index - b.index);
  for (const { tag } of wanted) {
    if (tag.startsWith("zh")) return "zh-CN";
    if (tag.startsWith("en")) return "en";
  }
  return "zh-CN";
};
