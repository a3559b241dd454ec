/** Words that very common passwords are made of, in English and pinyin, and rows of the keyboard. */
const STEMS = [
  "administrator",
  "changeme",
  "chanjiaoqiao",
  "computer",
  "dragon",
  "football",
  "guanliyuan",
  "iloveyou",
  "internet",
  "letmein",
  "login",
  "manager",
  "master",
  "mima",
  "mimamima",
  "monkey",
  "nihao",
  "password",
  "princess",
  "root",
  "school",
  "secret",
  "sunshine",
  "superman",
  "system",
  "teacher",
  "test",
  "trustno1",
  "user",
  "welcome",
  "wodemima",
  "woaini",
  "xuexiao",
  "yonghu",
  "zhongguo",
  "administrador",
  "admin",
  "beijing",
  "guangzhou",
  "shanghai",
  "shenzhen",
  "china",
  "default",
  "demo",
  "guest",
  "hello",
  "love",
  "pass",
  "1qaz2wsx3edc",
  "1qaz2wsx",
  "1q2w3e4r5t",
  "1q2w3e4r",
  "1q2w3e",
  "qazwsxedc",
  "qazwsx",
  "qwertyuiop",
  "qwerty",
  "qwer",
  "asdfghjkl",
  "asdfgh",
  "asdf",
  "zxcvbnm",
  "zxcvbn",
  "zxcv",
  "5201314",
  "1314520",
  "woaini",
] as const;

const BY_LENGTH = [...new Set<string>(STEMS)].sort((a, b) => b.length - a.length);

const DISGUISES: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
};

/** Signs left over beside common words must be at least this many for a password to be somebody's own. */
const OWN_SIGNS = 4;

const undisguised = (text: string): string => text.replace(/[@4310!$]/g, (sign) => DISGUISES[sign] ?? sign);

const withoutStems = (text: string): string =>
  BY_LENGTH.reduce((rest, stem) => rest.replaceAll(stem, " "), text);

/** Takes out runs such as 1234, 4321, abcd, aaaa (three or more) and years. */
const withoutRuns = (text: string): string => {
  const signs = [...text.replace(/(?:19|20)\d\d/g, " ")];
  const keep: string[] = [];
  let at = 0;
  while (at < signs.length) {
    let end = at + 1;
    const code = (index: number) => signs[index]?.codePointAt(0) ?? 0;
    const stride = code(end) - code(at);
    while (end < signs.length && Math.abs(stride) <= 1 && code(end) - code(end - 1) === stride) end += 1;
    if (end - at >= 3) keep.push(" ");
    else keep.push(signs[at] ?? "");
    at = end - at >= 3 ? end : at + 1;
  }
  return keep.join("");
};

const own = (text: string): number => new Set(text.replace(/[^\p{L}\p{N}]/gu, "")).size;

/**
 * Whether a password is one of those everybody tries first: once common words (also with @ for a, 0 for o …), keyboard
 * rows, runs and years are taken out, fewer than four different letters or digits are left ("P@ssw0rd2026!",
 * "Admin123456", "Woaini1314"). House rule; GB/T 22239 asks for complexity and names no list.
 */
export const isCommonPassword = (password: string): boolean => {
  const text = password.normalize("NFKC").toLowerCase();
  const plain = own(withoutRuns(withoutStems(text)));
  return plain < OWN_SIGNS || own(withoutStems(undisguised(withoutRuns(text)))) < OWN_SIGNS;
};
