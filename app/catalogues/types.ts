/** Levels of the vocational catalogue of majors: 中职, 高职专科, 高职本科. */
export type MajorLevel = "secondary" | "associate" | "bachelor";

export type Major = {
  /** Six digits as published, with a trailing `K` where the state controls the major (国控). */
  code: string;
  name: string;
  level: MajorLevel;
  classCode: string;
  className: string;
  categoryCode: string;
  categoryName: string;
};

export type Occupation = { code: string; name: string; groupCode: string; year: number };

export type OccupationGroupLevel = "major" | "mid" | "minor";

export type OccupationGroup = {
  code: string;
  name: string;
  level: OccupationGroupLevel;
  parentCode: string | null;
};

export type RegionLevel = "province" | "city" | "county";

export type Point = { lng: number; lat: number };

export type Region = {
  code: string;
  name: string;
  level: RegionLevel;
  parentCode: string | null;
  /** Degrees, about 0.1° exact; null where no public point is known. */
  point: Point | null;
  /** The region the point belongs to when it is borrowed from above; the own code when it is the own point. */
  pointOf: string | null;
};

export type Industry = {
  code: string;
  name: string;
  level: "section" | "division" | "group" | "class";
  parentCode: string | null;
};

/** How the code of a printed occupation was found: literally, by an older spelling, or by our own reading. */
export type LinkMatch = "exact" | "variant" | "inferred";

/** One occupation a publication names for a major; `code` may be an occupation or a minor or mid group. */
export type MajorOccupationLink = {
  majorCode: string;
  printed: string;
  code: string;
  match: LinkMatch;
  /** The publication that prints it, or the operator's own source, as it is shown. */
  source: string;
};

export type MajorCourse = { majorCode: string; name: string };

/** A major as fit sees it; `family` is the class shared by the three levels, "06-01". */
export type FitMajor = { code: string; name: string; level: MajorLevel; family: string };

/** The project's own map from a class of majors to occupations or groups of them. */
export type HouseClass = {
  family: string;
  name: string;
  reason: { zh: string; en: string };
  groups: { code: string; weight: number; level?: MajorLevel }[];
};

/** Within one class: a major whose name holds one of the fragments prepares for these, likeliest first. */
export type HouseLexiconEntry = { family: string; fragments: string[]; occupations: string[] };

/** Everything fit is worked out from: plain data, no database. */
export type FitMaterial = {
  majors: FitMajor[];
  occupations: Occupation[];
  groups: OccupationGroup[];
  links: MajorOccupationLink[];
  courses: MajorCourse[];
  houseClasses: HouseClass[];
  houseLexicon: HouseLexiconEntry[];
};
