import { BatonLine } from "../BatonLine";
import { Button } from "../Button";
import { CommitmentBar } from "../CommitmentBar";
import { FindingList } from "../FindingList";
import { HealthDial } from "../HealthDial";
import { MatchReasons } from "../MatchReasons";
import { PageHeader } from "../PageHeader";
import { ProgressSteps } from "../ProgressSteps";
import { SealMark } from "../SealMark";
import { Section } from "../Section";
import { Stat, StatRow } from "../Stat";
import { StateBadge } from "../StateBadge";
import { Tag } from "../Tag";
import { Timeline } from "../Timeline";

/** One record: its header, whose turn, what was promised, what the rules say, what happened. */
export const KitRecords = ({ now }: { now: string }) => (
  <>
    <PageHeader
      trail={[
        { href: "#agreements", label: "协议" },
        { href: "#kind", label: "订单班" },
      ]}
      title="南粤精密机械 × 岭南机电：数控“订单班”合作协议"
      state={
        <>
          <StateBadge tone="ok" word="生效中" />
          <Tag>第 2 版 · 含 1 份补充协议</Tag>
          <Tag>2025-09-01 至 2028-08-31</Tag>
        </>
      }
      seal={<SealMark text="南粤机电" parties="南粤精密机械、岭南机电" />}
      turn={
        <BatonLine
          holder="南粤精密机械"
          task="确认 2026 年 10 月的真实生产项目交付"
          waited="3 个工作日"
          due="2026-11-27"
          now={now}
          action={
            <Button look="ghost" small>
              发提醒
            </Button>
          }
        />
      }
    />
    <BatonLine holder="" mine task="答复穗工智造的学徒询问" waited="4 个工作日" due="2026-11-24" now={now} />
    <BatonLine holder="" mine task="补交 7 名学生的责任保险凭证" due="2026-11-20" now={now} />
    <div className="cols">
      <div className="stack">
        <Section title="承诺与兑现">
          <p className="mt-3">学徒岗位 60 个</p>
          <CommitmentBar promised={60} delivered={44} accepted={44} unit="个" />
          <p className="mt-3">企业导师授课 320 课时</p>
          <CommitmentBar promised={320} delivered={208} accepted={164} unit="课时" />
        </Section>
        <Section title="规则判定">
          <FindingList
            findings={[
              {
                id: "1",
                verdict: "pass",
                sentence: "实习报酬不低于同岗工资的 80%。",
                source: "《职业学校学生实习管理规定》第十八条",
                verified: true,
                facts: "3,800 元 / 同岗 4,600 元",
              },
              {
                id: "2",
                verdict: "warn",
                sentence: "同岗在岗 38 人，按比例还可接收 1 人。",
                verified: false,
                facts: "已占用 6 人（含其他学校 2 人）",
                fix: "调整岗位或错开时间",
                fixHref: "#dates",
              },
              {
                id: "3",
                verdict: "block",
                sentence: "不得向学生收取押金。",
                verified: false,
                fix: "删除费用条目后再发布",
                fixHref: "#fees",
              },
              {
                id: "4",
                verdict: "missing",
                sentence: "还缺实习责任保险凭证。",
                verified: false,
                fix: "上传保单",
              },
            ]}
          />
        </Section>
        <Section title="为什么推荐">
          <MatchReasons
            long
            parts={[
              { id: "fit", label: "专业对口", score: 9200, fact: "数控技术 → 车工，专业简介列明" },
              { id: "distance", label: "距离", score: 6800, fact: "18.4 公里，公交约 50 分钟" },
              {
                id: "reply",
                label: "回复",
                score: 3100,
                fact: "近 13 次询问回复 4 次",
                improve: "两个工作日内答复可提高排序",
              },
            ]}
          />
        </Section>
        <StatRow>
          <Stat value="118" label="实习中" href="#placements" />
          <Stat value="91.7%" label="对口率" numerator={99} denominator={108} asOf="2026-07-01" />
          <Stat value="3.2 天" label="对方平均回复用时" />
        </StatRow>
      </div>
      <div className="stack">
        <div className="card">
          <h3>运行指数</h3>
          <HealthDial
            score={79}
            tone="ok"
            verdict="实质运行。兑现快于计划，双方都在动。"
            reasons={[
              { direction: "up", text: "近 30 天 6 次被确认的交付" },
              { direction: "down", text: "生产项目落后计划 1 个" },
            ]}
          />
        </div>
        <div>
          <h3 className="mb-3">经过</h3>
          <Timeline
            now={now}
            entries={[
              { id: "1", at: "2026-11-22T01:40:00Z", text: "补充协议用印：增加 20 个岗位", kind: "seal" },
              { id: "2", at: "2026-11-18", text: "学校提交：授课 44 课时（课表、签到）", kind: "key" },
              { id: "3", at: "2026-10-21T13:14:00Z", text: "企业改动 2 处，学校的同意失效后重新同意" },
              { id: "4", at: "2026-08-28", text: "学生反映夜班安排，已转学校处理", kind: "bad" },
            ]}
          />
        </div>
        <SealMark text="岭南" parties="岭南机电" small />
      </div>
    </div>
    <ProgressSteps
      steps={[
        { label: "类型与岗位", state: "done", href: "#1" },
        { label: "名额与时间", state: "wrong", href: "#2" },
        { label: "报酬与条件", state: "current" },
        { label: "核对发布", state: "todo" },
      ]}
    />
  </>
);
