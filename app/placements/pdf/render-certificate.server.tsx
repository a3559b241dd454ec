import { readFile } from "node:fs/promises";
import { renderToBuffer } from "@react-pdf/renderer";
import QRCode from "qrcode";
import { coverageOf } from "~/agreements/pdf/coverage";
import { FONT_FILE, registerFont } from "~/agreements/pdf/font.server";
import { isInTransaction } from "~/platform/db/gate.server";
import { CertificatePdf, type CertificateSheet } from "./CertificatePdf";

let covered: Promise<(text: string) => string> | null = null;

/** Turns a certificate into a PDF. Never inside a transaction or request: a job does it. */
export const renderCertificatePdf = async (sheet: Omit<CertificateSheet, "qr">): Promise<Buffer> => {
  if (isInTransaction()) throw new Error("a PDF inside a transaction");
  registerFont();
  covered ??= readFile(FONT_FILE).then(coverageOf);
  const drawable = await covered;
  const legible = JSON.parse(JSON.stringify(sheet), (_key, one: unknown) =>
    typeof one === "string" ? drawable(one) : one,
  ) as typeof sheet;
  const qr = await QRCode.toDataURL(sheet.verifyUrl, { margin: 1, width: 264 });
  return renderToBuffer(<CertificatePdf sheet={{ ...legible, qr }} />);
};
