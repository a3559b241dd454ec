import { create } from "qrcode";

/** A QR code as one SVG path on a grid of `size` units, quiet zone included. */
export type QrDrawing = { size: number; path: string };

const QUIET = 4;

/** Draws a text (a link) as a QR code that still reads with a coffee stain on it (level M). */
export const qrDrawing = (text: string): QrDrawing => {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const squares: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x)) squares.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`);
    }
  }
  return { size: modules.size + 2 * QUIET, path: squares.join("") };
};
