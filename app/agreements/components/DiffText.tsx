import type { DiffPart } from "../rules/token-diff";

/** Words that were removed struck through, words that were added underlined. */
export const DiffText = ({ parts }: { parts: readonly DiffPart[] }) => (
  <p className="whitespace-pre-line" lang="zh-CN">
    {parts.map((part, index) =>
      part.kind === "same" ? (
        part.text
      ) : part.kind === "added" ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
        <ins key={index} className="bg-jade-tint text-jade underline">
          {part.text}
        </ins>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
        <del key={index} className="bg-red-tint text-red line-through">
          {part.text}
        </del>
      ),
    )}
  </p>
);
