/** Segments of a format 4 or 12 character map: code points a font has a shape for. */
type Range = readonly [from: number, to: number];

const format12 = (view: DataView, at: number): Range[] =>
  Array.from({ length: view.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4)] as const;
  });

const format4 = (view: DataView, at: number): Range[] => {
  const segments = view.getUint16(at + 6) / 2;
  return Array.from(
    { length: segments },
    (_, index) =>
      [view.getUint16(at + 16 + segments * 2 + index * 2), view.getUint16(at + 14 + index * 2)] as const,
  );
};

const characterMap = (view: DataView): Range[] => {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const entry = 12 + index * 16;
    if (view.getUint32(entry) !== 0x636d6170) continue;
    const base = view.getUint32(entry + 8);
    const maps = Array.from(
      { length: view.getUint16(base + 2) },
      (_, at) => base + view.getUint32(base + 4 + at * 8 + 4),
    );
    const full = maps.find((at) => view.getUint16(at) === 12);
    const short = maps.find((at) => view.getUint16(at) === 4);
    return full !== undefined ? format12(view, full) : short !== undefined ? format4(view, short) : [];
  }
  return [];
};

/**
 * Reads which characters a TrueType font can draw. Comes out: a function that puts 〔U+9AC9〕 in place of each character it
 * cannot, so that no name turns into an empty box; control characters other than line ends are dropped.
 */
export const coverageOf = (font: Uint8Array): ((text: string) => string) => {
  const ranges = characterMap(new DataView(font.buffer, font.byteOffset, font.byteLength)).sort(
    (a, b) => a[0] - b[0],
  );
  const has = (point: number): boolean => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = ranges[middle]!;
      if (point < range[0]) high = middle - 1;
      else if (point > range[1]) low = middle + 1;
      else return true;
    }
    return false;
  };
  return (text) =>
    Array.from(text, (character) => {
      const point = character.codePointAt(0)!;
      if (point < 0x20) return character === "\n" || character === "\t" ? character : "";
      return has(point) ? character : `〔U+${point.toString(16).toUpperCase().padStart(4, "0")}〕`;
    }).join("");
};
