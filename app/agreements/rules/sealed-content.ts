import { z } from "zod";

const line = (most: number) => z.string().min(1).max(most);

/**
 * The text of another room's document as it is signed, sealed and printed. Items are its facts in printed order ("实习岗位"
 * → "数控车工"); references are papers kept elsewhere, such as a guardian's consent form, by their SHA-256. The title names
 * no person: it is public.
 */
export const sealedContent = z.strictObject({
  /** what it is: "岗位实习三方协议" */
  heading: line(60),
  title: line(120),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  /** each signs once, in any order */
  parties: z
    .array(
      z.strictObject({
        kind: z.enum(["organization", "person"]),
        id: line(60),
        name: line(120),
        role: line(40),
      }),
    )
    .min(1)
    .max(12)
    .refine((all) => new Set(all.map((one) => `${one.kind}:${one.id}`)).size === all.length),
  items: z.array(z.strictObject({ id: line(60), label: line(80), value: z.string().max(4_000) })).max(160),
  clauses: z.array(z.strictObject({ id: line(60), title: line(120), text: z.string().max(20_000) })).max(80),
  references: z
    .array(z.strictObject({ id: line(60), label: line(120), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(40),
});
export type SealedContent = z.infer<typeof sealedContent>;
export type Signer = Pick<SealedContent["parties"][number], "kind" | "id">;

/** What every signature under another room's document covers: the content, and which document of what it is. */
export type FrozenDocument = {
  form: 2;
  subjectKind: string;
  subjectId: string;
  documentId: string;
  ordinal: number;
  code: string;
  /** digest of the document this one changes, null for the first */
  baseDigest: string | null;
  content: SealedContent;
};

/** Whose key signs: an organization's id, or "person:<id>", so that no person's key is taken for an organization's. */
export const keyHolder = (signer: Signer): string =>
  signer.kind === "person" ? `person:${signer.id}` : signer.id;
