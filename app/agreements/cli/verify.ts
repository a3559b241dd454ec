import { readFileSync } from "node:fs";
import path from "node:path";
import { translatorFor } from "~/words/translator.server";
import { whereText } from "../components/VerificationReport";
import { readBundle } from "../rules/bundle";
import { whereOf } from "../rules/public-check";
import { verifyBundle } from "../rules/verify";

/**
 * `npm run verify -- FILE [PDF]`: checks an exported evidence bundle without a database or network, and a PDF against it.
 * Exits 0 when everything holds, 1 when something does not, 2 when there is nothing to read.
 */
const [file, pdfFile] = process.argv.slice(2);
const { any, language } = translatorFor((process.env.LANG ?? "").startsWith("en") ? "en" : "zh-CN");
const at = (name: string): Buffer => readFileSync(path.resolve(process.env.INIT_CWD ?? process.cwd(), name));

const run = (): number => {
  if (!file) {
    console.error("npm run verify -- FILE.json [FILE.pdf]");
    return 2;
  }
  const read = readBundle(at(file).toString("utf8"));
  if (!read.ok) {
    console.log(
      `✗ ${any("agreements.verifyPage.fileBroken")} ${any("agreements.place.file", { detail: `${read.place} ${read.detail}` })}`,
    );
    return 1;
  }
  const bundle = pdfFile ? { ...read.bundle, pdf: at(pdfFile).toString("base64") } : read.bundle;
  const verification = verifyBundle(bundle);
  console.log(`${verification.frozen?.content.title ?? ""}  ${verification.seal?.code ?? ""}`);
  for (const result of verification.results) {
    const where = result.place
      ? ` → ${whereText(whereOf(result.place, verification.frozen), { any, language })}`
      : "";
    console.log(
      `${result.holds ? "✓" : "✗"} ${any(`agreements.check.${result.key}`, result.values)}${where}`,
    );
  }
  console.log(`${any("agreements.verifyPage.fingerprint")}: ${verification.platformFingerprint}`);
  console.log(any(`agreements.verifyPage.${verification.holds ? "holds" : "broken"}`));
  return verification.holds ? 0 : 1;
};

try {
  process.exitCode = run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
