import { Button } from "../Button";
import { ConfirmButton } from "../ConfirmButton";
import { CopyButton } from "../CopyButton";
import { ICON_NAMES, Icon } from "../Icon";
import { LinkButton } from "../LinkButton";
import { Notice } from "../Notice";
import { Section } from "../Section";
import { StateBadge } from "../StateBadge";

const STATES = [
  ["neutral", "草稿"],
  ["act", "对接中"],
  ["ok", "已发布"],
  ["wait", "待审核"],
  ["bad", "已过期"],
] as const;

/** What can be pressed, every state, every message, every icon. */
export const KitControls = () => (
  <>
    <Section title="按钮与状态">
      <div className="row mt-4">
        <Button icon="check">同意并签署</Button>
        <Button look="ghost">发提醒</Button>
        <Button look="quiet">存为草稿</Button>
        <Button disabled>名额已满</Button>
        <LinkButton href="#new" icon="plus" small>
          发布需求
        </LinkButton>
        <CopyButton text="https://bridge.example/verify/7Q2K" />
      </div>
      <form className="row mt-4" action="#ended">
        <ConfirmButton id="end" label="终止协议" question="终止后不能恢复，确定要终止这份协议吗？">
          在岗的 44 名学生不受影响，会按三方协议完成实习。
        </ConfirmButton>
      </form>
      <div className="row mt-4">
        {STATES.map(([tone, word]) => (
          <StateBadge key={tone} tone={tone} word={word} />
        ))}
      </div>
    </Section>
    <div>
      <Notice>平台会在两个工作日内核验营业执照。</Notice>
      <Notice tone="ok">已发送，对方最迟 11 月 27 日答复。</Notice>
      <Notice tone="wait">这条供需已因三次未答复自动暂停。</Notice>
      <Notice tone="bad">别人刚刚改过这条记录，请核对后再提交。</Notice>
    </div>
    <Section title="图标">
      <ul className="row mt-4">
        {ICON_NAMES.map((name) => (
          <li key={name} className="tag">
            <Icon name={name} /> {name}
          </li>
        ))}
      </ul>
    </Section>
  </>
);
