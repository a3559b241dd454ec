import { readFile } from "node:fs/promises";
import { renderToBuffer } from "@react-pdf/renderer";
import QRCode from "qrcode";
import { config } from "~/platform/config/config.server";
import { isInTransaction } from "~/platform/db/gate.server";
import type { AnyFrozen } from "../rules/freeze";
import { AgreementPdf } from "./AgreementPdf";
import { coverageOf } from "./coverage";
import { FONT_FILE, registerFont } from "./font.server";
import { pdfFacts, type SignedBy } from "./pdf-facts.server";

export type PdfInput = {
  frozen: AnyFrozen;
  digest: string;
  signatures: readonly SignedBy[];
  /** in order, their names already in words */
  events: readonly { sequence: number; at: string; name: string; who: string }[];
};

let covered: Promise<(text: string) => string> | null = null;

/** Replaces, in every text of a value, the characters the font has no shape for by their number. */
const legible = <T,>(value: T, drawable: (text: string) => string): T =>
  JSON.parse(JSON.stringify(value), (_key, one: unknown) =>
    typeof one === "string" ? drawable(one) : one,
  ) as T;

/** Turns a frozen text with its signatures and history into a PDF. Never inside a transaction or request: a job does it. */
export const renderAgreementPdf = async ({ frozen, ...given }: PdfInput): Promise<Buffer> => {
  if (isInTransaction()) throw new Error("a PDF inside a transaction");
  registerFont();
  covered ??= readFile(FONT_FILE).then(coverageOf);
  const drawable = await covered;
  const verifyUrl = `${config().baseUrl}/verify/${frozen.code}`;
  const qr = await QRCode.toDataURL(verifyUrl, { margin: 1, width: 276 });
  const facts = pdfFacts(frozen, { ...given, verifyUrl, qr });
  return renderToBuffer(<AgreementPdf facts={{ ...legible(facts, drawable), qr }} />);
};
