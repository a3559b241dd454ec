import type { Bilingual } from "../alert-catalogue";
import type { KeptFigure } from "../indicators/snapshot";
import type { DossierKind, DossierPack, DossierWant } from "./packs";

export type EvidenceFile = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
};

/** One fact of a dossier, with the day it is of and the place where its record stands. */
export type DossierFact = {
  readonly day: string;
  readonly href: string;
  readonly file: EvidenceFile | null;
} & (
  | { readonly kind: "figure"; readonly year: string; readonly figure: KeptFigure }
  | { readonly kind: "record"; readonly title: string; readonly detail: string }
  | {
      readonly kind: "amount";
      readonly title: string;
      readonly by: string;
      readonly fen: number | null;
      readonly hours: number | null;
    }
  | { readonly kind: "meeting"; readonly title: string; readonly of: string; readonly attended: number }
  | {
      readonly kind: "resource";
      readonly title: string;
      readonly capacity: number;
      readonly sessions: number;
      readonly people: number;
    }
  | { readonly kind: "programme"; readonly title: string; readonly seats: number }
);

export type FilledWant = {
  readonly id: string;
  readonly title: Bilingual;
  readonly least: number;
  readonly facts: readonly DossierFact[];
};

/** What a dossier lacks: too few facts of a want, or facts without a file that proves them. */
export type Missing = {
  readonly section: Bilingual;
  readonly want: Bilingual;
  readonly least: number;
  readonly have: number;
  readonly withoutFile: number;
};

export type DossierContent = {
  readonly kind: DossierKind;
  readonly packId: string;
  readonly title: Bilingual;
  readonly source: Bilingual;
  readonly organization: string;
  readonly asOf: string;
  readonly sections: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly wants: readonly FilledWant[];
  }[];
  readonly missing: readonly Missing[];
};

/** Sources whose facts are proved by a paper; figures and counts are proved by the records they link to. */
const PAPERS: readonly DossierWant["source"][] = ["agreements", "deliveries"];

/** A figure withheld because it is about few persons is there all the same. */
const counts = (fact: DossierFact): boolean =>
  fact.kind !== "figure" || fact.figure.state === "told" || fact.figure.state === "withheld";

/**
 * Puts a dossier together. Goes in: the pack, what it is called after and when, the facts of each want. Comes out: its
 * content with what is missing: a want with fewer facts than asked for (a figure nobody has is none), or facts of
 * agreements and deliveries without a file.
 */
export const dossierOf = (
  pack: DossierPack,
  about: { readonly organization: string; readonly asOf: string },
  factsOf: (want: DossierWant) => readonly DossierFact[],
): DossierContent => {
  const sections = pack.sections.map(({ id, title, wants }) => ({
    id,
    title,
    wants: wants.map((want) => ({
      id: want.id,
      title: want.title,
      least: want.least,
      papers: PAPERS.includes(want.source),
      facts: factsOf(want),
    })),
  }));
  const missing = sections.flatMap(({ title, wants }) =>
    wants.flatMap((want) => {
      const have = want.facts.filter(counts).length;
      const withoutFile = want.papers ? want.facts.filter(({ file }) => file === null).length : 0;
      return have < want.least || withoutFile > 0
        ? [{ section: title, want: want.title, least: want.least, have, withoutFile }]
        : [];
    }),
  );
  return {
    kind: pack.kind,
    packId: pack.id,
    title: pack.title,
    source: pack.source,
    ...about,
    sections: sections.map((section) => ({
      ...section,
      wants: section.wants.map(({ papers: _papers, ...want }) => want),
    })),
    missing,
  };
};

/** The files a dossier names, each once, with the section it proves. */
export const evidenceFiles = ({ sections }: DossierContent): { section: string; file: EvidenceFile }[] => {
  const seen = new Set<string>();
  return sections.flatMap(({ id, wants }) =>
    wants.flatMap(({ facts }) =>
      facts.flatMap(({ file }) => {
        if (!file || seen.has(file.id)) return [];
        seen.add(file.id);
        return [{ section: id, file }];
      }),
    ),
  );
};
