import path from "node:path";
import { Font } from "@react-pdf/renderer";

export const FAMILY = "NotoSansSC";
export const FONT_FILE = path.resolve(
  "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
);

const BREAK = /(?<=[\p{Script=Han}，。；：、！？）》”])/u;

const breaksOf = (word: string): string[] => word.split(BREAK).flatMap((part) => [part, ""]);

let registered = false;

/** Registers the Chinese font once a process. Lines may break after every Chinese character, never inside a Latin word. */
export const registerFont = (): void => {
  if (registered) return;
  Font.register({ family: FAMILY, src: FONT_FILE });
  Font.registerHyphenationCallback(breaksOf);
  registered = true;
};
