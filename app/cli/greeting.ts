import { DEMO_PASSWORD, DEMO_PERSONAS } from "~/identity/demo-personas";
import { translatorFor } from "~/words/translator.server";

/** What the demo says once it listens: where it is and who may sign in with one click. In: its address. Out: lines. */
export const demoGreeting = (url: string): string[] => {
  const words = translatorFor("zh-CN");
  const english = translatorFor("en");
  return [
    `\n  产教桥 · Chanjiao Bridge: ${url}\n`,
    `  One click on ${url}/login signs in as any of these (password ${DEMO_PASSWORD}):`,
    ...DEMO_PERSONAS.map(({ key, email }) => {
      const label = `identity.personas.${key}.label`;
      return `    ${email.padEnd(28)} ${words.any(label)} · ${english.any(label)}`;
    }),
    "\n  Ctrl-C stops.\n",
  ];
};
