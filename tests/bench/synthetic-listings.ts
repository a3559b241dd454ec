import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { familyOf } from "~/catalogues/rules/family";
import type { ListingKind } from "~/marketplace/rules/kinds";
import { listingDocument } from "~/marketplace/rules/listing-document";
import { searchTokens } from "~/platform/db/text-tokens.server";
import { addDays } from "~/platform/time/clock";
import { templateDatabase } from "../setup/template-database";

/** A small generator of equal draws, the same on every run. */
export const randomOf = (seed: number) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (most: number) => Math.floor(next() * most),
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T,
  };
};

const TODAY = "2026-11-22";
const TRADES = [
  "精密机械",
  "智能装备",
  "电子科技",
  "医药",
  "餐饮管理",
  "物流",
  "汽车服务",
  "信息技术",
  "建设工程",
  "食品",
  "纺织",
  "能源",
  "文化传媒",
  "养老服务",
  "化工",
  "模具",
];
const NAMES = [
  "华瑞",
  "恒达",
  "粤兴",
  "南星",
  "海川",
  "嘉诚",
  "鼎新",
  "安和",
  "启明",
  "远东",
  "金桥",
  "蓝海",
  "德润",
  "百川",
  "腾云",
  "正泽",
];
const KINDS: readonly (readonly [ListingKind, number])[] = [
  ["internship", 0.46],
  ["apprenticeship", 0.3],
  ["observation", 0.05],
  ["training_base", 0.05],
  ["joint_project", 0.05],
  ["teacher_practice", 0.03],
  ["industry_tutor", 0.03],
  ["equipment", 0.02],
  ["experience_day", 0.01],
];
const SUFFIX: Record<ListingKind, readonly string[]> = {
  apprenticeship: ["学徒", "学徒（现代学徒制 2026 秋）", "学徒班"],
  internship: ["岗位实习", "实习生", "助理 实习"],
  observation: ["认识实习", "参观实习"],
  training_base: ["实训基地", "校外实训基地"],
  joint_project: ["订单班", "产业学院共建", "真实生产项目"],
  teacher_practice: ["教师企业实践", "教师跟岗实践"],
  industry_tutor: ["产业导师", "兼职授课"],
  equipment: ["设备捐赠", "设备共享"],
  experience_day: ["职业体验日", "开放日"],
};
const PHRASES = [
  "双导师指导",
  "三班倒以外的常白班",
  "提供工作餐",
  "完成考核后优先留用",
  "参与真实订单",
  "从读图与装夹开始",
  "每周一次技能讲评",
  "面向毕业班学生",
  "可协商轮岗",
  "有宿舍和班车",
  "配合学校教学计划",
  "企业导师均为高级工以上",
];

const kindOf = (draw: number): ListingKind => {
  let sum = 0;
  for (const [kind, share] of KINDS) {
    sum += share;
    if (draw < sum) return kind;
  }
  return "internship";
};

const uuid = (space: number, number: number) =>
  `019a${String(space).padStart(4, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

type Source = {
  majors: { code: string; name: string; className: string }[];
  occupations: Map<string, { code: string; name: string }[]>;
  counties: { code: string; name: string; lng: number; lat: number }[];
  industries: string[];
};

const sourceOf = (db: Database.Database): Source => {
  const links = db
    .prepare(
      "SELECT l.majorCode AS major, o.code AS code, o.name AS name FROM MajorOccupationLink l JOIN Occupation o ON o.code = l.code ORDER BY l.id",
    )
    .all() as { major: string; code: string; name: string }[];
  const occupations: Source["occupations"] = new Map();
  for (const { major, code, name } of links) {
    const family = familyOf(major) ?? "";
    occupations.set(family, [...(occupations.get(family) ?? []), { code, name }]);
  }
  const majors = (
    db.prepare("SELECT code, name, className FROM Major ORDER BY code").all() as Source["majors"]
  ).filter((major) => occupations.has(familyOf(major.code) ?? ""));
  return {
    majors,
    occupations,
    counties: db
      .prepare(
        "SELECT code, name, lng, lat FROM Region WHERE level = 'county' AND lng IS NOT NULL ORDER BY code",
      )
      .all() as Source["counties"],
    industries: (
      db.prepare("SELECT code FROM Industry WHERE level = 'class' ORDER BY code").all() as { code: string }[]
    ).map((row) => row.code),
  };
};

const inserter = (db: Database.Database, table: string, columns: readonly string[]) => {
  const statement = db.prepare(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  return (row: Record<string, unknown>) => statement.run(row);
};

const instant = (day: string, milliseconds: number) =>
  new Date(Date.parse(`${day}T02:00:00Z`) + milliseconds).toISOString();

const fill = (db: Database.Database, size: { enterprises: number; listings: number }) => {
  const source = sourceOf(db);
  const random = randomOf(20261122);
  const columnsOf = (table: string) =>
    (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]).map(
      (row) => row.name,
    );
  const blank = (table: string) =>
    Object.fromEntries(columnsOf(table).map((name) => [name, null as unknown]));
  const add = Object.fromEntries(
    ["Organization", "Listing", "ListingMajor", "ListingIndex", "ListingIndexFamily", "ReplyRecord"].map(
      (table) => [table, { insert: inserter(db, table, columnsOf(table)), blank: blank(table) }],
    ),
  );
  const put = (table: string, row: Record<string, unknown>) =>
    add[table]?.insert({ ...add[table]?.blank, ...row });
  const words = db.prepare("INSERT INTO ListingText (rowid, title, body) VALUES (?, ?, ?)");
  const at = instant(TODAY, 0).replace("Z", "+00:00");
  const enterprises = Array.from({ length: size.enterprises }, (_, number) => {
    const county = random.pick(source.counties);
    const name = `${county.name}${random.pick(NAMES)}${random.pick(TRADES)}${number}有限公司`;
    const place = {
      lng: county.lng + (random.next() - 0.5) * 0.3,
      lat: county.lat + (random.next() - 0.5) * 0.3,
    };
    const id = uuid(1, number);
    put("Organization", {
      id,
      kind: "enterprise",
      name,
      shortName: name.slice(0, -4),
      namePinyin: String(number),
      nameInitials: "",
      state: "verified",
      regionCode: county.code,
      address: `${county.name}产业园 ${number} 号`,
      ...place,
      industryCode: random.pick(source.industries),
      employees: 20 + random.below(900),
      introduction: "",
      createdAt: at,
      updatedAt: at,
      version: 1,
    });
    const due = random.below(20);
    put("ReplyRecord", {
      organizationId: id,
      due,
      answered: Math.round(due * random.next()),
      hours: due * 20,
      silentInRow: 0,
    });
    return { id, name, county, ...place };
  });
  for (let number = 0; number < size.listings; number += 1) {
    const owner = random.pick(enterprises);
    const major = random.pick(source.majors);
    const family = familyOf(major.code) ?? "";
    const occupation = random.pick(source.occupations.get(family) ?? []);
    const kind = kindOf(random.next());
    const paid = kind === "internship" || kind === "apprenticeship";
    const pay = paid ? 180_000 + random.below(40) * 10_000 : null;
    const listingId = uuid(2, number);
    const title = `${occupation.name} ${random.pick(SUFFIX[kind])}`;
    const summary = `${random.pick(PHRASES)}，${random.pick(PHRASES)}，${random.pick(PHRASES)}。`;
    const starts = addDays(TODAY, 20 + random.below(300));
    const ends = addDays(starts, 90 + random.below(270));
    const publishedAt = instant(addDays(TODAY, -random.below(200)), number);
    const common = {
      organizationId: owner.id,
      kind,
      direction: "offer" as const,
      title,
      regionCode: owner.county.code,
      lng: owner.lng,
      lat: owner.lat,
      occupationCode: occupation.code,
      industryCode: random.pick(source.industries),
      startsOn: starts,
      endsOn: ends,
      openUntil: starts,
      seats: 1 + random.below(40),
      seatsTaken: 0,
      payMinFen: pay,
      payMaxFen: pay === null ? null : pay + random.below(6) * 10_000,
      samePostPayFen: pay === null ? null : pay + random.below(12) * 10_000,
      minorsWelcome: random.next() < 0.4,
      lodging: random.next() < 0.5,
    };
    put("Listing", {
      ...common,
      id: listingId,
      state: "published",
      summary,
      details: "{}",
      address: "",
      minorsWelcome: common.minorsWelcome ? 1 : 0,
      lodging: common.lodging ? 1 : 0,
      silentExpiries: 0,
      publishedAt: publishedAt.replace("Z", "+00:00"),
      confirmedAt: publishedAt.replace("Z", "+00:00"),
      createdAt: publishedAt.replace("Z", "+00:00"),
      updatedAt: publishedAt.replace("Z", "+00:00"),
      version: 1,
    });
    put("ListingMajor", { listingId, majorCode: major.code, family });
    const document = listingDocument(
      {
        ...common,
        listingId,
        majorCodes: [major.code],
        families: [family],
        publishedAt,
        words: [summary, owner.name, major.name, major.className, occupation.name, owner.county.name],
      },
      searchTokens,
    );
    put("ListingIndex", { ...document.row, id: number + 1 });
    put("ListingIndexFamily", { family, indexId: number + 1 });
    words.run(number + 1, document.titleWords, document.bodyWords);
  }
};

const MADE_BY = [
  "tests/bench/synthetic-listings.ts",
  "app/marketplace/rules/listing-document.ts",
  "app/marketplace/rules/facet-bits.ts",
  "app/platform/db/text-tokens.server.ts",
];

/**
 * A database with the real catalogues and that many invented enterprises and published listings, the same on every run
 * and kept in `.cache`. Comes out: its path. Measured on, never shown.
 */
export const syntheticDatabase = (size: { enterprises: number; listings: number }): string => {
  const template = templateDatabase();
  const made = createHash("sha256").update(template);
  for (const file of MADE_BY) made.update(readFileSync(file));
  const name = `bench-${size.enterprises}-${size.listings}-`;
  const target = path.resolve(".cache", `${name}${made.digest("hex").slice(0, 12)}.db`);
  if (existsSync(target)) return target;
  mkdirSync(".cache", { recursive: true });
  for (const old of readdirSync(".cache")) if (old.startsWith(name)) rmSync(path.join(".cache", old));
  const making = `${target}.${process.pid}.making`;
  copyFileSync(template, making);
  const db = new Database(making);
  db.pragma("journal_mode = MEMORY");
  db.pragma("synchronous = OFF");
  db.transaction(() => fill(db, size))();
  db.exec("INSERT INTO ListingText(ListingText) VALUES('optimize')");
  db.close();
  for (const extra of ["-wal", "-shm"]) rmSync(`${making}${extra}`, { force: true });
  renameSync(making, target);
  return target;
};
