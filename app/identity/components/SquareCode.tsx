/** A square code (QR) drawn dark on white in every theme: cameras need it so. `label` says what it is for. */
export const SquareCode = ({ size, path, label }: { size: number; path: string; label: string }) => (
  <svg
    role="img"
    aria-label={label}
    viewBox={`-4 -4 ${size + 8} ${size + 8}`}
    shapeRendering="crispEdges"
    className="block h-auto w-[224px] rounded-md border border-(--line)"
  >
    <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
